/** `table.column=name` of columns that have another name now, as SQL. An Error tells of one that is written otherwise. */
export function renameSteps(renames: readonly string[]): string[] {
  return renames.map((rename) => {
    const [, table, before, after] = /^(\w+)\.(\w+)=(\w+)$/.exec(rename) ?? []
    if (!table) throw new Error(`"${rename}" is not a rename. Write it as --rename partner.nuts3=region_code`)
    return `ALTER TABLE "${table}" RENAME COLUMN "${before}" TO "${after}"`
  })
}
