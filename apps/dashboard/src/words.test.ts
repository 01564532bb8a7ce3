import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { english, italian as inItalian, type Messages } from './words'

const root = join(import.meta.dirname, '../../..')

/** What the model declares, in a language. */
const labels = (language: 'en' | 'it') => JSON.parse(readFileSync(join(root, `packages/contract/labels/${language}.json`), 'utf8')) as Messages

let italian: Messages

beforeAll(async () => {
  italian = await inItalian()
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : []
  })
}

const has = (words: object, key: string): boolean =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words) !== undefined

const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`)))

const dashboard = sources(join(root, 'apps/dashboard/src')).join('\n')

/** A key that is put together, `roles.${role}`, uses every word of its form. */
const forms = [...dashboard.matchAll(/`([a-z][a-zA-Z]*\.[a-zA-Z.]*\$\{[^`]*)`/g)].map(([, text = '']) => ({
  text,
  fits: new RegExp(`^${text.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
}))

describe('words', () => {
  it('that a screen names are there', () => {
    const groups = Object.keys(english).join('|')
    const named = [...dashboard.matchAll(new RegExp(`'((?:${groups})\\.[a-zA-Z.]+)'`, 'g'))].map(([, key]) => key ?? '')
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter((key) => !has(english, key))).toEqual([])
  })

  it('that a screen puts together are there', () => {
    const words = [...keysOf(english), ...keysOf(labels('en'))]
    const groups = new Set(words.map((key) => key.split('.')[0]))
    const ours = forms.filter(({ text }) => groups.has(text.split('.')[0]))
    expect(ours.length).toBeGreaterThan(40)
    expect(ours.filter(({ fits }) => !words.some((key) => fits.test(key))).map(({ text }) => text)).toEqual([])
  })

  it('are all used', () => {
    const used = (key: string) => new RegExp(`['"\`]${key}['"\`]`).test(dashboard) || forms.some(({ fits }) => fits.test(key))
    expect(keysOf(english).filter((key) => !used(key))).toEqual([])
  })

  it('in Italian carry the same figures as in English', () => {
    const figures = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort().join()
    const textOf = (words: object, key: string) =>
      String(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words))
    expect(keysOf(english).filter((key) => figures(textOf(english, key)) !== figures(textOf(italian, key)))).toEqual([])
  })

  it('of a refusal stand once', () => {
    expect(Object.keys(italian.faults ?? {}).filter((code) => code in (labels('it').reasons ?? {}))).toEqual([])
  })

  it('in Italian say every fault that the gateway can find', () => {
    const gateway = [...sources(join(root, 'apps/gateway/src')), ...sources(join(root, 'packages/schema/src'))].join('\n')
    const codes = [...gateway.matchAll(/(?:code: |fault\('\w+', |'\d{5}': \[)'([A-Z_]+)'/g)].map(([, code]) => code ?? '')
    const errors = new Set(['BAD_USER_INPUT', 'BAD_REQUEST', 'FORBIDDEN', 'OPERATION_RESOLUTION_FAILURE', ...Object.keys(english.errors ?? {})])
    const faults = [...new Set(codes)].filter((code) => !errors.has(code))
    expect(faults.length).toBeGreaterThan(30)
    const said = { ...labels('it').reasons, ...italian.faults } as Readonly<Record<string, string>>
    expect(faults.filter((code) => !said[code])).toEqual([])
  })
})
