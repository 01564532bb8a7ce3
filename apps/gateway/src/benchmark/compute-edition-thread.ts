import { parentPort, workerData } from 'node:worker_threads'
import { MethodError } from '@clusterpolisee/methods'
import { lowerPriority } from '../kernel/lower-priority.js'
import { WorkRefused } from '../kernel/run-in-thread.js'
import { editionResult } from './compute-edition.js'
import type { FrozenEdition } from './edition-input.js'
import { asStored, inputOf } from './store-result.js'
import { uncertaintyInThreads } from './uncertainty-in-threads.js'
import { uncertaintyInput } from './uncertainty-input.js'

const post = (message: unknown) => parentPort?.postMessage(message)

lowerPriority()
try {
  const { threads, ...edition } = workerData as FrozenEdition
  const input = inputOf(edition)
  const result = await uncertaintyInThreads(uncertaintyInput(input), threads, (progress) => post({ progress }))
  post({ answer: asStored(editionResult(input, result), input.undivided) })
} catch (error) {
  if (!(error instanceof MethodError || error instanceof WorkRefused)) throw error
  post({ refusal: error.message })
}
