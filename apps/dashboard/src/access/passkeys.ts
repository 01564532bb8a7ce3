import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { ask } from '../api/graphql'
import {
  addPasskeyDocument,
  askAnyPasskeyDocument,
  askPasskeyDocument,
  confirmPasskeyDocument,
  newPasskeyDocument,
  proveAgainByPasskeyDocument,
  signInByPasskeyDocument,
} from './passkeys.graphql'

/** Lets the browser make a passkey and adds it under a name; answers the recovery codes that come with the first factor. */
export async function addPasskey(name: string): Promise<readonly string[]> {
  const { newPasskey } = await ask(newPasskeyDocument, {})
  const made = await startRegistration({ optionsJSON: JSON.parse(newPasskey) })
  return (await ask(addPasskeyDocument, { answer: JSON.stringify(made), name })).addPasskey
}

/** Lets the browser sign, by one of the passkeys that are asked for. */
async function sign(asked: string): Promise<{ answer: string }> {
  return { answer: JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(asked) })) }
}

/** Ends signing in by a passkey. */
async function confirmPasskey(): Promise<void> {
  const { askPasskey } = await ask(askPasskeyDocument, {})
  await ask(confirmPasskeyDocument, await sign(askPasskey))
}

/** Signs in by a passkey alone. */
async function signInByPasskey(): Promise<void> {
  const { askAnyPasskey } = await ask(askAnyPasskeyDocument, {})
  await ask(signInByPasskeyDocument, await sign(askAnyPasskey))
}

/** Proves again who is there, by a passkey. */
async function proveAgainByPasskey(): Promise<void> {
  const { askPasskey } = await ask(askPasskeyDocument, {})
  await ask(proveAgainByPasskeyDocument, await sign(askPasskey))
}

/** What a passkey can do for whoever has one. */
export const passkeyDeeds = { confirmPasskey, signInByPasskey, proveAgainByPasskey }
