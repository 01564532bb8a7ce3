import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Before all tests: where the first product that starts leaves a copy of its fresh data for the others. */
export default function makeTemplateFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'clusterpolisee-template-'))
  // PostgreSQL may run as another person, who must reach what is below.
  chmodSync(folder, 0o755)
  process.env.TEST_TEMPLATE = folder
}
