import { parentPort, workerData } from 'node:worker_threads'
import { MethodError, type UncertaintyInput, uncertaintyPart } from '@clusterpolisee/methods'
import { lowerPriority } from '../kernel/lower-priority.js'
import type { PartOrder } from './uncertainty-in-threads.js'

const post = (message: unknown) => parentPort?.postMessage(message)

lowerPriority()
try {
  const { input, part, parts } = workerData as PartOrder
  const told: UncertaintyInput = { ...input, onProgress: (progress) => post({ progress }) }
  post({ answer: uncertaintyPart(told, part, parts) })
} catch (error) {
  if (!(error instanceof MethodError)) throw error
  post({ refusal: error.message })
}
