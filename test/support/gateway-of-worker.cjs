/** What test files get that import the gateway by its name. */
module.exports = globalThis.gatewayOfWorker
