import { graphql } from '../api/document'

export const newPasskeyDocument = graphql(`mutation NewPasskey { newPasskey }`)

export const addPasskeyDocument = graphql(`mutation AddPasskey($answer: String!, $name: String!) { addPasskey(answer: $answer, name: $name) }`)

export const askPasskeyDocument = graphql(`mutation AskPasskey { askPasskey }`)

export const confirmPasskeyDocument = graphql(`mutation ConfirmPasskey($answer: String!) { confirmPasskey(answer: $answer) { id } }`)

export const askAnyPasskeyDocument = graphql(`mutation AskAnyPasskey { askAnyPasskey }`)

export const signInByPasskeyDocument = graphql(`mutation SignInByPasskey($answer: String!) { signInByPasskey(answer: $answer) { id } }`)

export const proveAgainByPasskeyDocument = graphql(`mutation ProveAgainByPasskey($answer: String!) { proveAgainByPasskey(answer: $answer) }`)
