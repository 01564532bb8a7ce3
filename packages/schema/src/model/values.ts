/** A relation to one record is held as its identity. */
type Held<V> = V extends { readonly id: string; readonly version: number } ? string : V

/**
 * A record's row by field name, as a write holds it: relations by their identity, days as ISO text, what is empty null.
 * Of a record that is known by its name only, any value of any name.
 */
export type ValuesOf<T extends object> = object extends T
  ? Readonly<{ [field: string]: unknown }>
  : { readonly [K in keyof T]-?: undefined extends T[K] ? Held<NonNullable<T[K]>> | null : Held<T[K]> }
