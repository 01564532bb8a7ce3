import { withProduct } from './dashboard-page.js'

const page = '<title>ClusterPoliSEE</title><link rel="icon" href="data:," />'

describe('the page of the dashboard', () => {
  it('is called as the installation is, whatever stands in its name', () => {
    expect(withProduct(page, { APP_NAME: 'Clusters & "more" <2>' })).toBe(
      '<title>Clusters &amp; &quot;more&quot; &lt;2></title><meta name="application-name" content="Clusters &amp; &quot;more&quot; &lt;2>"><link rel="icon" href="data:," />',
    )
  })

  it('shows its logo, where it has one', () => {
    expect(withProduct(page, { APP_NAME: 'A', LOGO_FILE: '/somewhere/logo.svg' })).toContain('<link rel="icon" href="/logo">')
  })
})
