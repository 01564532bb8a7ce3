import { impersonalColumns, type PersonalColumn, personalColumnsOf, personalTables } from './personal-data.js'

/** The columns of people as Markdown, for whoever reviews what a change keeps of them. */
export function personalTable(): string {
  const sections = personalTables().map((table) => `## ${table}\n\n${personalColumnsOf(table).map(lineOf).join('')}`)
  const others = impersonalColumns().map(({ table, column, why }) => `- ${table}.${column}: ${why}\n`)
  return [
    '# What is kept of people\n\nWritten by `npm run contract` from the declarations: column, why, until when, what erasing the person does. A column that leads to an account holds its id and nothing else.\n',
    ...sections,
    `## Nobody's, though it seems so\n\n${others.join('')}`,
  ].join('\n')
}

function lineOf({ column, leadsTo, of, purpose, until, days, erase }: PersonalColumn): string {
  const leads = `${leadsTo ? `, leads to ${leadsTo}` : ''}${of ? `, of ${of}` : ''}`
  return `- ${column}${leads}: ${purpose}, ${until}${days ? ` + ${days} days` : ''}, ${erase}\n`
}
