import type { Request, Response } from 'express'
import { unauthenticated } from '../kernel/errors.js'
import { askForToken } from './ask-for-token.js'

describe('who is asked for a token', () => {
  it.each([
    ['Salt Road Desk', 'Salt Road Desk'],
    ['Città "blu"', 'Citt%C3%A0 %22blu%22'],
  ])('hears the name of the product: %s', async (name, realm) => {
    const told: Record<string, string> = {}
    const response = { set: (header: string, value: string) => Object.assign(told, { [header]: value }) } as unknown as Response
    await askForToken(name)(unauthenticated('Sign in.'), {} as Request, response, () => undefined)
    expect(told).toEqual({ 'www-authenticate': `Basic realm="${realm}", charset="UTF-8"` })
  })
})
