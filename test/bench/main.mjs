// `npm run bench`: measures the gateway beside others (`run.mjs`); `npm run bench -- attacks` what others feel of an attack, and
// `npm run bench -- first-page` the dashboard's first page over a slow line.
const others = { attacks: './attacks/run.mjs', 'first-page': './first-page/run.mjs' }
await import(others[process.argv[2]] ?? './run.mjs')
