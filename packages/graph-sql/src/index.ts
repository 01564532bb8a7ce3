export { type Compiled, Engine, type PayloadInput, type ReadInput } from './engine.js'
export * from './model.js'
export { readSide } from './sdl/read-side.js'
export { compact } from './sql/compact.js'
