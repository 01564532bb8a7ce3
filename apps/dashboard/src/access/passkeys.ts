import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { ask } from '../api/graphql'
import { addPasskeyDocument, askPasskeyDocument, confirmPasskeyDocument, newPasskeyDocument } from './passkeys.graphql'

/** Lets the browser make a passkey and adds it under a name; answers the recovery codes that come with the first factor. */
export async function addPasskey(name: string): Promise<readonly string[]> {
  const { newPasskey } = await ask(newPasskeyDocument, {})
  const made = await startRegistration({ optionsJSON: JSON.parse(newPasskey) })
  return (await ask(addPasskeyDocument, { answer: JSON.stringify(made), name })).addPasskey
}

/** Ends signing in by a passkey. */
export async function confirmPasskey(): Promise<void> {
  const { askPasskey } = await ask(askPasskeyDocument, {})
  const signed = await startAuthentication({ optionsJSON: JSON.parse(askPasskey) })
  await ask(confirmPasskeyDocument, { answer: JSON.stringify(signed) })
}
