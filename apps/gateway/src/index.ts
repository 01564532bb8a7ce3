export { readConfig } from './config.js'
export { DataDirectory } from './database/data-directory.js'
export { freePort, startEmbeddedServer } from './database/embedded-server.js'
export { type Gateway, startGateway } from './gateway.js'
