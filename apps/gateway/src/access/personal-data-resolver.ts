import {
  allRecords,
  fieldOf,
  KeptUntil,
  OnErasure,
  type PersonalColumn,
  PersonalPurpose,
  personalColumnsOf,
  personalTables,
  whoReads,
} from '@clusterpolisee/schema'
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { type Context, personOf } from '../request/context.js'
import { Costs } from '../request/cost/index.js'
import { countRows } from './personal-rows.js'

@ObjectType({ description: 'One field that says something of a person, as its record declares it.', simpleResolvers: true })
class KeptField {
  @Field({ description: 'Name of the field.' })
  name!: string

  @Field({ description: 'True: it only says which account it was; what that is called stands in the account.' })
  reference!: boolean

  @Field(() => PersonalPurpose.values, { description: 'Why it is kept.' })
  purpose!: string

  @Field(() => KeptUntil.values, { description: 'When it ends.' })
  until!: string

  @Field(() => Int, { nullable: true, description: 'How many days after that; null: at once.' })
  days?: number | null

  @Field(() => OnErasure.values, { description: 'What becomes of it when the person is erased.' })
  erase!: string

  @Field(() => String, { nullable: true, description: 'Who may read it at the most, as words of the rights table; null: whoever may read what it is about.' })
  readBy?: string | null
}

@ObjectType({ description: 'What one table keeps of people.', simpleResolvers: true })
class KeptTable {
  @Field({ description: 'Name of the table.' })
  table!: string

  @Field(() => String, { nullable: true, description: 'Name of the record that it holds; null: it holds none.' })
  record?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'How many of its rows are about whoever asks, or done by them; null: nobody is signed in, or it cannot be told.',
  })
  mine?: number | null

  @Field(() => [KeptField], { description: 'The fields that say something of a person.' })
  fields!: KeptField[]
}

/** What is kept of people, from the declarations of tables and records. */
@Resolver()
export class PersonalDataResolver {
  @Query(() => [KeptTable], {
    description: 'What this installation keeps of people: why, until when, who may read it, and how much of whoever asks. Anyone may read it.',
  })
  @Costs({ cost: 500 })
  async personalData(@Ctx() { database, viewer }: Context): Promise<KeptTable[]> {
    const person = personOf(viewer)
    const counts = person ? await countRows(database.run, person) : null
    return personalTables().map((table) => {
      const columns = personalColumnsOf(table)
      return { table, record: columns[0]?.record ?? null, mine: counts?.get(table) ?? null, fields: columns.map(keptField) }
    })
  }
}

function keptField({ record, property, leadsTo, purpose, until, days, erase }: PersonalColumn): KeptField {
  return { name: property, reference: leadsTo !== null, purpose, until, days: days ?? null, erase, readBy: readersOf(record, property) }
}

/** Columns that are no fields of a record nobody reads: the server alone works with them. */
function readersOf(record: string | null, property: string): string | null {
  const meta = allRecords().find(({ name }) => name === record)
  const field = meta ? fieldOf(meta, property) : undefined
  if (!meta || !field) return 'NOBODY'
  return (field.visibleTo && whoReads(field.visibleTo, meta)) || whoReads(meta.read, meta) || null
}
