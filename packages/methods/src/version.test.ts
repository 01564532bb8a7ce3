import { readFileSync } from 'node:fs'
import { METHODS_VERSION } from './version.js'

it('is the version of the package', () => {
  const { version } = JSON.parse(readFileSync('packages/methods/package.json', 'utf8')) as { version: string }
  expect(METHODS_VERSION).toBe(version)
})
