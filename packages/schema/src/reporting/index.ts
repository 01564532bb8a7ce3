export * from './progress.js'
