import { parseArgs } from 'node:util'
import { sizeNames } from './data/sizes.mjs'
import { scenarios } from './scenarios.mjs'

const usage = `npm run bench -- [options]
  --size sample|programme   only the scenarios of this data set
  --scenario a,b            only these: ${scenarios.map(({ name }) => name).join(' ')}
  --rounds n                rounds (5)
  --seconds n               of each measurement (2)
  --connections a,b         connections (1,16)
  --scale n                 part of the programme's projects, above 0 up to 1 (1)
  --without a,b             servers left out: limit, dataloader, postgraphile
  --write                   writes the tables into docs/bench.md and README.md`

/** What the command line asks for; a wrong option ends the process with the usage. */
export function readOptions(argv) {
  try {
    const text = { type: 'string' }
    const { values } = parseArgs({
      args: argv,
      options: {
        size: text,
        scenario: text,
        rounds: text,
        seconds: text,
        connections: text,
        scale: text,
        without: text,
        write: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    })
    if (values.help) {
      console.log(usage)
      process.exit(0)
    }
    const wanted = values.scenario?.split(',') ?? scenarios.map(({ name }) => name)
    return {
      sizes: sizeNames.filter((name) => !values.size || name === among('size', values.size, sizeNames)),
      scenarios: wanted.map((name) => scenarios[scenarios.findIndex((scenario) => scenario.name === name)] ?? among('scenario', name, [])),
      rounds: number('rounds', values.rounds ?? '5', 1),
      seconds: number('seconds', values.seconds ?? '2', 0.1),
      connections: (values.connections ?? '1,16').split(',').map((count) => number('connections', count, 1)),
      scale: number('scale', values.scale ?? '1', 0.01, 1),
      without: values.without?.split(',') ?? [],
      write: values.write,
    }
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}

function number(name, text, least, most = 1000) {
  const value = Number(text)
  if (!(value >= least && value <= most)) throw new Error(`--${name} is a number from ${least} to ${most}, not "${text}".`)
  return value
}

function among(name, value, known) {
  if (!known.includes(value)) throw new Error(`--${name} does not know "${value}".`)
  return value
}
