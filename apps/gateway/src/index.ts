export { readConfig } from './config.js'
export { type Gateway, startGateway } from './gateway.js'
