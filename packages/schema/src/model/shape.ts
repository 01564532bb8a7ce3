import type { FieldModel, PartModel } from '@clusterpolisee/graph-sql'
import type { Translations } from './decorators.js'
import type { EnumMeta } from './field.js'

/** A member of a shape; `T` is what it holds. */
export interface Part<T> {
  readonly description: string
  readonly type: string
  readonly nullable: boolean
  readonly list: boolean
  readonly shape?: Shape
  /** For the compiler only. */
  readonly holds?: T
}

/** What a value that is kept as JSON holds: an object type of the contract, and the type of its values in TypeScript. */
export interface Shape<P extends Parts = Parts> {
  readonly name: string
  readonly description: string
  readonly parts: P
}

interface Parts {
  readonly [name: string]: Part<unknown>
}

/** Values of a shape, as `ShapeOf<typeof Contribution>`. */
export type ShapeOf<S extends Shape> = { readonly [K in Exclude<keyof S['parts'], Late<S>>]: ValueOf<S, K> } & { readonly [K in Late<S>]?: ValueOf<S, K> }

type ValueOf<S extends Shape, K extends keyof S['parts']> = S['parts'][K] extends Part<infer T> ? T : never

/** Names of the parts that may be absent. */
type Late<S extends Shape> = { [K in keyof S['parts']]: undefined extends ValueOf<S, K> ? K : never }[keyof S['parts']]

export const defineShape = <const P extends Parts>(name: string, description: string, parts: P): Shape<P> => ({ name, description, parts })

const leaf =
  <T>(type: string) =>
  (description: string): Part<T> => ({ description, type, nullable: false, list: false })

/** Parts by what they hold. */
export const part = {
  id: leaf<string>('ID'),
  text: leaf<string>('String'),
  integer: leaf<number>('Int'),
  decimal: leaf<number>('Decimal'),
  decimals: (description: string): Part<readonly number[]> => ({ ...leaf<readonly number[]>('Decimal')(description), list: true }),
  day: leaf<string>('Date'),
  flag: leaf<boolean>('Boolean'),
  translations: leaf<Translations>('JSON'),
  choice: <M extends EnumMeta>({ name }: M, description: string) => leaf<keyof M['values'] & string>(name)(description),
  one: <S extends Shape>(shape: S, description: string): Part<ShapeOf<S>> => ({ ...leaf<ShapeOf<S>>(shape.name)(description), shape }),
  many: <S extends Shape>(shape: S, description: string): Part<readonly ShapeOf<S>[]> => ({
    ...leaf<readonly ShapeOf<S>[]>(shape.name)(description),
    list: true,
    shape,
  }),
}

/** The part, which may be without a value. */
export const orNull = <T>(given: Part<T>): Part<T | null> => ({ ...given, nullable: true }) as Part<T | null>

/** {@link orNull}, of what was kept for a while without this part: there it is absent. */
export const orAbsent = <T>(given: Part<T>): Part<T | null | undefined> => ({ ...given, nullable: true }) as Part<T | null | undefined>

/** What a JSON field holds: an object of a shape, or a list of such or of a scalar's values. */
export type Holds = Shape | { readonly items: Shape | string }

/** A list as what a JSON field holds. */
export const listOf = (items: Shape | string): Holds => ({ items })

/** How the read engine is told of a field that holds this. */
export function heldModel(holds: Holds): Pick<FieldModel, 'type' | 'list' | 'parts' | 'filterable'> {
  if (!('items' in holds)) return { type: holds.name, parts: partModels(holds), filterable: false }
  const { items } = holds
  if (typeof items === 'string') return { type: items, list: true, filterable: false }
  return { type: items.name, list: true, parts: partModels(items), filterable: false }
}

/** A shape for the read engine. */
const partModels = ({ parts }: Shape): PartModel[] =>
  Object.entries(parts).map(([name, { description, type, nullable, list, shape }]) => ({
    name,
    description,
    type,
    nullable,
    list,
    ...(shape ? { parts: partModels(shape) } : {}),
  }))
