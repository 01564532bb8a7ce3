import { graphql } from './document'

/** Changes of a record, newest first, and how many there are. */
export const changesFragment = graphql(`fragment Changes on AuditEntryConnection { totalCount nodes { id field before after byName at } }`)

/** What the list of evaluations shows beside their own fields. */
export const evaluatedPilotsFragment = graphql(`fragment EvaluatedPilots on EvaluationPlan { subjects(first: 20) { nodes { pilot { id title } } } }`)
