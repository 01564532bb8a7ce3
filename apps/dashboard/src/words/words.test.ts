import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { english } from './en'
import { italian } from './it'

const root = join(import.meta.dirname, '../../../..')

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

describe('words', () => {
  it('that a screen names are there', () => {
    const rooms = Object.keys(english).join('|')
    const named = [...dashboard.matchAll(new RegExp(`'((?:${rooms})\\.[a-zA-Z.]+)'`, 'g'))].map(([, key]) => key ?? '')
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter((key) => !has(english, key))).toEqual([])
  })

  it('are all used', () => {
    // A key that is put together, `roles.${role}`, uses every word of its form.
    const forms = [...dashboard.matchAll(/`([a-z][a-zA-Z]*\.[a-zA-Z.]*\$\{[^`]*)`/g)].map(
      ([, form = '']) => new RegExp(`^${form.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
    )
    const used = (key: string) => new RegExp(`['"\`]${key}['"\`]`).test(dashboard) || forms.some((form) => form.test(key))
    expect(keysOf(english).filter((key) => !used(key))).toEqual([])
  })

  it('in Italian carry the same figures as in English', () => {
    const figures = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort().join()
    const textOf = (words: object, key: string) =>
      String(key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], words))
    expect(keysOf(english).filter((key) => figures(textOf(english, key)) !== figures(textOf(italian, key)))).toEqual([])
  })

  it('in Italian say every fault that the gateway can find', () => {
    const gateway = [...sources(join(root, 'apps/gateway/src')), ...sources(join(root, 'packages/schema/src'))].join('\n')
    const codes = [...gateway.matchAll(/(?:code: |fault\('\w+', |'\d{5}': \[)'([A-Z_]+)'/g)].map(([, code]) => code ?? '')
    const errors = new Set(['BAD_USER_INPUT', 'BAD_REQUEST', 'FORBIDDEN', 'OPERATION_RESOLUTION_FAILURE', ...Object.keys(english.errors)])
    const faults = [...new Set(codes)].filter((code) => !errors.has(code))
    expect(faults.length).toBeGreaterThan(30)
    expect(faults.filter((code) => !italian.faults[code])).toEqual([])
  })
})
