import { parentPort, workerData } from 'node:worker_threads'
import { MethodError } from '@clusterpolisee/methods'
import { computeEdition } from './compute-edition.js'
import type { EditionInput } from './edition-input.js'

const post = (message: unknown) => parentPort?.postMessage(message)

try {
  post({ answer: JSON.stringify(computeEdition(workerData as EditionInput, (progress) => post({ progress }))) })
} catch (error) {
  if (!(error instanceof MethodError)) throw error
  post({ refusal: error.message })
}
