import { Index } from 'typeorm'
import { ProjectRecord } from '../access/index.js'
import { BelongsTo, type BusinessRules, Choice, defineEnum, LongText, type One, Record, role, Text, via } from '../model/index.js'
import { Source } from './source.js'

export const CitationBasis = defineEnum('CitationBasis', 'What a fact rests on.', ['SOURCE', 'COMMON_KNOWLEDGE', 'EDITORIAL', 'DERIVED'])

export const CitationVerdict = defineEnum(
  'CitationVerdict',
  'Whether what a source says is taken, where sources say different things.',
  ['HOLDS', 'OVERRULED'],
  {
    HOLDS: 'Holds',
    OVERRULED: 'Does not hold',
  },
)

/** A verdict has its reason, and of what is said of one field one at most holds; of two at once the indexes let one in. */
const verdictFaults: BusinessRules = async ({ id, recordId, field, verdict, reason }, _, run) => {
  if (!verdict) return []
  if (!reason) return [{ path: ['reason'], code: 'VERDICT_NEEDS_REASON', message: 'Say why this source holds, or does not.' }]
  if (verdict !== 'HOLDS') return []
  const others = await run(
    'SELECT FROM citation WHERE record_id = $1 AND field IS NOT DISTINCT FROM $2 AND verdict = $3 AND id <> $4 AND archived_at IS NULL',
    [recordId, field ?? null, verdict, id],
  )
  return others.length === 0 ? [] : [{ path: ['verdict'], code: 'ONE_HOLDS', message: 'Another source holds for this field already. Overrule that one first.' }]
}

/** The one that holds. */
const HOLDING = "verdict = 'HOLDS' AND archived_at IS NULL"

@Index('citation_field_holds_key', ['recordId', 'field'], { unique: true, where: HOLDING })
@Index('citation_record_holds_key', ['recordId'], { unique: true, where: `${HOLDING} AND field IS NULL` })
@Record({
  room: 'partnership',
  label: 'Citation',
  labels: 'Citations',
  description: 'Says what a record, or one field of it, rests on.',
  beneath: { source: ['recordType', 'recordId', 'field', 'basis', 'verdict'] },
  read: via('project'),
  write: role('LEAD_PARTNER'),
  audited: false,
  rules: verdictFaults,
  listedIn: { source: 'citations' },
})
export class Citation extends ProjectRecord {
  @Text('Kind of record', { max: 60, code: 'record' })
  recordType!: string

  @Text('Record', { max: 36, code: 'row' })
  recordId!: string

  @Text('Field', { max: 60, optional: true, code: 'field', help: 'Empty: the record as a whole' })
  field?: string

  @Choice('Basis', CitationBasis)
  basis!: string

  @BelongsTo('Source', () => Source, { optional: true })
  source?: One<Source>

  @Text('What it says', { max: 500, optional: true, help: 'Where sources say different things of one field' })
  says?: string

  @Choice('Verdict', CitationVerdict, { optional: true, emptyIsNone: true })
  verdict?: string

  @LongText('Reason', { max: 1000, optional: true, emptyIsNone: true, help: 'Why it holds, or does not' })
  reason?: string
}
