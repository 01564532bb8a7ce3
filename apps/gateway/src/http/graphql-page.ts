import type { IncomingMessage, ServerResponse } from 'node:http'
import { escaped } from './dashboard-page.js'

const page = (name: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}: GraphQL</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid }
</style>
</head>
<body>
<main>
<h1>${name}: GraphQL</h1>
<p>Programs ask their questions at this address. People open the <a href="/">dashboard</a>.</p>
<pre>curl -s HERE -H "authorization: Bearer $TOKEN" -H "content-type: application/json" \\
  -d '{"query":"{ projects(first: 10) { nodes { acronym title } } }"}'</pre>
<p>A token is made under <a href="/#/account">My account</a>. The schema tells itself to every GraphQL tool (introspection). <a href="/feeds">Feeds</a> give each list as a flat file.</p>
<p>How to ask: <a href="https://graphql.org/learn/">GraphQL</a>, and the README and <code>docs/feeds.md</code> that came with this installation.</p>
<section lang="it">
<h2>In italiano</h2>
<p>A questo indirizzo i programmi pongono le loro domande in GraphQL. Le persone aprono la <a href="/">dashboard</a>. Un token si crea in <a href="/#/account">Il mio account</a>; i <a href="/feeds">feed</a> danno ogni elenco come file.</p>
</section>
</main>
</body>
</html>
`

/** True for a person's browser that opens /graphql and asks no question. */
export const opensPage = ({ method, url = '', headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !/[?&](query|extensions)=/.test(url) && /\btext\/html\b/.test(headers.accept ?? '')

/** What a browser is shown at /graphql: text of ours under the product's name, without any script. */
export function endWithPage(response: ServerResponse, name: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.end(page(escaped(name)))
}
