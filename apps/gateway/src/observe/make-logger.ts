import pino, { type Logger } from 'pino'
import type { Config } from '../config.js'
import { currentTrace } from '../kernel/tracing.js'
import { describeError } from './describe-error.js'

/** The log of the process: JSON on standard output, each line with the trace that it belongs to, where traces are sent. */
export const makeLogger = ({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Logger =>
  pino({ level: LOG_LEVEL, serializers: { err: describeError }, mixin: currentTrace })
