/** Learns which tests notice faults of which files, so that the likely and quick ones are run first. */
export class Chances {
  #runs = new Map()
  #kills = new Map()

  note(file, test, isKilled) {
    for (const key of [test, `${file} ${test}`]) {
      this.#runs.set(key, (this.#runs.get(key) ?? 0) + 1)
      if (isKilled) this.#kills.set(key, (this.#kills.get(key) ?? 0) + 1)
    }
  }

  /** How likely the test is to notice a fault of the file. */
  of(file, test) {
    const share = (key, prior, weight) => ((this.#kills.get(key) ?? 0) + prior * weight) / ((this.#runs.get(key) ?? 0) + weight)
    const [, room = ' '] = /dist\/([^/]+)/.exec(file) ?? []
    return share(`${file} ${test}`, share(test, test.includes(room) ? 0.4 : 0.1, 4), 2)
  }
}
