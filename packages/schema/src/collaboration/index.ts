export * from './collaboration.js'
export * from './collaboration-actor.js'
