import type { Documents } from './documents.generated'

declare const types: unique symbol

/** A GraphQL document as it is sent, with the types of its answer and its variables, which are there for the compiler only. */
export type Document<Answer, Variables> = string & { readonly [types]: (variables: Variables) => Answer }

/** A part of documents, called by its name. */
export type Fragment<Name extends string> = string & { readonly [types]: Name }

/** What a document answers. */
export type AnswerOf<D> = D extends Document<infer Answer, never> ? Answer : never

/** The name behind the first word of a document. */
type NameIn<Source extends string> = Source extends `${string} ${infer Head}{${string}`
  ? Head extends `${infer Name}(${string}`
    ? Name
    : Head extends `${infer Name} ${string}`
      ? Name
      : never
  : never

type Name<Source extends string> = NameIn<Source> & keyof Documents

type Fragments<Names> = Names extends readonly [infer First extends string, ...infer Rest] ? [Fragment<First>, ...Fragments<Rest>] : []

type Typed<Source extends string> = Source extends `fragment ${string}`
  ? Fragment<Name<Source>>
  : Document<Documents[Name<Source>]['answer'], Documents[Name<Source>]['variables']>

/**
 * A document or fragment, typed from the contract by `npm run documents`, which reads this call: one plain text in
 * backticks in a file `*.graphql.ts`. The fragments that it spreads, directly or not, come after it.
 */
export const graphql = <const Source extends string>(source: Source, ...fragments: Fragments<Documents[Name<Source>]['fragments']>): Typed<Source> =>
  [source, ...(fragments as readonly string[])].join('\n') as Typed<Source>

/** What a document is called. */
export const nameOfDocument = (document: string): string => /^\w+ (\w+)/.exec(document)?.[1] ?? document
