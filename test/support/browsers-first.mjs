import Sequencer from '@jest/test-sequencer'

/** Tests in a browser take longest, of them the one that opens every page: they begin first, so that short ones fill what is left of the time. */
export default class BrowsersFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => (path.endsWith('/every-page.test.ts') ? 0 : path.includes('/test/e2e/') ? 1 : 2)
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}
