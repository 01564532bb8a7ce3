import Sequencer from '@jest/test-sequencer'

/** Tests in a browser take longest: they begin first, so that short ones fill what is left of the time. */
export default class BrowsersFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const inBrowser = ({ path }) => path.includes('/test/e2e/')
    return [...sorted.filter(inBrowser), ...sorted.filter((test) => !inBrowser(test))]
  }
}
