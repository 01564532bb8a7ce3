import { graphql } from './document'

/** Changes of a record, newest first, and how many there are. */
export const changesFragment = graphql(`fragment Changes on AuditEntryConnection { totalCount nodes { id recordType recordId field before after byName at } }`)
