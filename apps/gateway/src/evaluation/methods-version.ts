import { readFileSync } from 'node:fs'

const file = new URL('../package.json', import.meta.resolve('@clusterpolisee/methods'))

/** Version of the methods by which a figure was computed; it is stored beside the figure. */
export const methodsVersion = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
