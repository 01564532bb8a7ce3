import { GraphqlError } from '../api/graphql'

/** False where this page is opened by an address of numbers, to which no passkey can belong. */
export const hasName = (): boolean => !/^[\d.]+$|^\[/.test(window.location.hostname)

/** The key of what went wrong with a passkey: what the gateway refused, else that the browser or the person broke off. */
export const passkeyFault = (error: Error): string => (error instanceof GraphqlError ? error.message : 'factors.brokenOff')
