import { parentPort, workerData } from 'node:worker_threads'
import { MethodError } from '@clusterpolisee/methods'
import type { FrozenData } from '@clusterpolisee/schema'
import { lowerPriority } from '../kernel/lower-priority.js'
import { WorkRefused } from '../kernel/run-in-thread.js'
import { editionResult } from './compute-edition.js'
import type { FrozenEdition } from './edition-input.js'
import { asStored } from './store-result.js'
import { uncertaintyInThreads } from './uncertainty-in-threads.js'
import { uncertaintyInput } from './uncertainty-input.js'

const post = (message: unknown) => parentPort?.postMessage(message)

lowerPriority()
try {
  const { frozen, threads, ...others } = workerData as FrozenEdition
  const input = { ...others, data: JSON.parse(frozen) as FrozenData }
  const result = await uncertaintyInThreads(uncertaintyInput(input), threads, (progress) => post({ progress }))
  post({ answer: asStored(editionResult(input, result), input.data) })
} catch (error) {
  if (!(error instanceof MethodError || error instanceof WorkRefused)) throw error
  post({ refusal: error.message })
}
