import { noteAnswer } from './notes.js'
import type { Answer } from './product.js'

/** Keeps cookies and goes from page to page, as a browser does between the ports of one machine. */
export class Browser {
  readonly cookies = new Map<string, string>()

  constructor(readonly product: string) {}

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables })
    const answer = (await (
      await this.send(`${this.product}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    ).json()) as Answer
    noteAnswer(query, answer)
    return answer
  }

  /** One request; whatever cookies come are kept. */
  async send(url: string, { headers, ...options }: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { redirect: 'manual', ...options, headers: { ...headers, cookie } })
    for (const text of response.headers.getSetCookie()) this.keep(text)
    return response
  }

  private keep(text: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(text)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  /** Goes where it is led, to the first page that leads no further, or to one that `until` names; answers its address. */
  async go(from: string, until = `${this.product}/#`): Promise<string> {
    let url = from
    for (let steps = 0; steps < 12 && !url.startsWith(until); steps += 1) {
      const to = (await this.send(url)).headers.get('location')
      if (!to) return url
      url = new URL(to, url).href
    }
    return url
  }
}
