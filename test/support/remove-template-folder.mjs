import { rmSync } from 'node:fs'
import { findGaps } from './find-gaps.mjs'

/** After all tests. A whole run says what it never met, and fails for it; some tests alone need not meet everything. */
export default function removeTemplateFolder({ testPathPatterns, testNamePattern, shard, onlyFailures }) {
  const gaps = testPathPatterns.patterns.length > 0 || testNamePattern || shard || onlyFailures ? [] : findGaps(process.env.TEST_TEMPLATE)
  if (process.env.KEEP_TEST_NOTES) return
  rmSync(process.env.TEST_TEMPLATE, { recursive: true, force: true })
  if (gaps.length > 0) throw new Error(`No test meets:\n${gaps.join('\n')}`)
}
