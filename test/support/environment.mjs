import { TestEnvironment } from 'jest-environment-node'

/**
 * Node's environment, in which the gateway is that of the worker: it is loaded once for all test files of a worker, by Node
 * itself, and not anew for each. Test files that import a part of the gateway by its path still have their own of that part.
 */
export default class Environment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.gatewayOfWorker = await import('@clusterpolisee/gateway')
  }
}
