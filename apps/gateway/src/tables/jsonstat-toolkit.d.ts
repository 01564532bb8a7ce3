/** What we use of jsonstat-toolkit, which comes without types. */
declare module 'jsonstat-toolkit' {
  interface Dataset {
    toTable(options: { type: 'array'; field: 'id'; content: 'id'; status: true }): (string | number | null)[][] | null
  }
  /** Of an object only: a text would be fetched as an address. */
  export default function JSONstat(answer: object): Dataset
}
