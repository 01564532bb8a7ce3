import { rmSync } from 'node:fs'

/** After all tests. */
export default function removeTemplateFolder() {
  rmSync(process.env.TEST_TEMPLATE, { recursive: true, force: true })
}
