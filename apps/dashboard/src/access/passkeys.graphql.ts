import { graphql } from '../api/document'

export const newPasskeyDocument = graphql(`mutation NewPasskey { newPasskey }`)

export const addPasskeyDocument = graphql(`mutation AddPasskey($answer: String!, $name: String!) { addPasskey(answer: $answer, name: $name) }`)

export const askPasskeyDocument = graphql(`mutation AskPasskey { askPasskey }`)

export const confirmPasskeyDocument = graphql(`mutation ConfirmPasskey($answer: String!) { confirmPasskey(answer: $answer) { id } }`)
