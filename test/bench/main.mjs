// `npm run bench`: measures the gateway beside others (`run.mjs`), or, as `npm run bench -- attacks`, what others feel of an attack.
await import(process.argv[2] === 'attacks' ? './attacks/run.mjs' : './run.mjs')
