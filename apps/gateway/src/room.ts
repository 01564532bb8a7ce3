import type { Router } from 'express'
import type { ClassType } from 'type-graphql'
import type { Database } from './database/database.js'
import type { JobHandler } from './jobs/job-queue.js'
import type { MailTask } from './jobs/mail-lane.js'
import type { Services } from './request/request-context.js'

/** Addresses of a room beside GraphQL. */
export interface Route {
  /** Where it is mounted, as `/imports`. */
  readonly path: string
  readonly make: (services: Services) => Router
}

/** What a room brings to the gateway, from its `index.ts`: its one door. */
export interface Room {
  /** Its verbs and the queries that are written by hand. */
  readonly resolvers: readonly ClassType[]
  readonly routes?: readonly Route[]
  /** What makes and sends its mails, by their kind. */
  readonly mails?: Readonly<Record<string, MailTask>>
  /** What works on its jobs, by their kind. */
  readonly jobs?: Readonly<Record<string, (database: Database) => JobHandler>>
}
