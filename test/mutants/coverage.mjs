// Which places of the built files a test file ran through, as V8 counted them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** File → functions with their ranges, of all processes that a run started. */
export function readCoverage(folder, lane, files) {
  const wanted = new Map(files.map((file) => [pathToFileURL(join(lane, file)).href, file]))
  const seen = new Map()
  const reports = existsSync(folder) ? readdirSync(folder) : []
  for (const report of reports) {
    for (const { url, functions } of JSON.parse(readFileSync(join(folder, report), 'utf8')).result) {
      const file = wanted.get(url)
      if (file) seen.set(file, [...(seen.get(file) ?? []), functions.map(({ ranges }) => ranges)])
    }
  }
  return seen
}

/** True: some process ran through this place. */
export const isCovered = (processes, place) => (processes ?? []).some((functions) => countAt(functions, place) > 0)

/** Which part of a file's functions some process called. */
export function shareCalled(processes) {
  const shares = (processes ?? []).map((functions) => functions.filter(([{ count }]) => count > 0).length / functions.length)
  return Math.max(0, ...shares)
}

/** The count of the smallest range that holds the place. */
function countAt(functions, place) {
  let [size, count] = [Number.POSITIVE_INFINITY, 0]
  for (const ranges of functions) {
    for (const { startOffset, endOffset, count: times } of ranges) {
      if (startOffset > place || endOffset <= place || endOffset - startOffset > size) continue
      ;[size, count] = [endOffset - startOffset, times]
    }
  }
  return count
}
