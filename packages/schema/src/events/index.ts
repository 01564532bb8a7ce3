export * from './attendance.js'
export * from './event.js'
export * from './event-decision.js'
