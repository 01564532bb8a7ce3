import { dirname } from 'node:path'

/** Learns which tests notice faults of which files, so that the likely and quick ones are run first. */
export class Chances {
  #runs = new Map()
  #kills = new Map()

  note(file, test, isKilled) {
    for (const key of [test, `${dirname(file)} ${test}`, `${file} ${test}`]) {
      this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1)
      if (isKilled) this.#kills.set(key, (this.#kills.get(key) ?? 0) + 1)
    }
  }

  /** How likely the test is to notice a fault of the file, of whose functions it calls a share. */
  of(file, test, called) {
    const share = (key, prior, weight) => ((this.#kills.get(key) ?? 0) + prior * weight) / ((this.#runs.get(key) ?? 0) + weight)
    const [, room = ' '] = /dist\/([^/]+)/.exec(file) ?? []
    const ofTest = share(test, 0.1, 4) + 0.5 * called + (test.includes(room) ? 0.2 : 0)
    return share(`${file} ${test}`, share(`${dirname(file)} ${test}`, ofTest, 3), 2)
  }
}
