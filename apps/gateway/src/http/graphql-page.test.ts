import type { ServerResponse } from 'node:http'
import { endWithPage } from './graphql-page.js'

describe('the page at /graphql', () => {
  it('is called as the installation is', () => {
    let text = ''
    const response = { setHeader: () => undefined, end: (page: string) => (text = page) } as unknown as ServerResponse
    endWithPage(response, 'Salt & <b>road')
    expect(text).toContain('<title>Salt &amp; &lt;b>road: GraphQL</title>')
    expect(text).not.toContain('ClusterPoliSEE')
  })
})
