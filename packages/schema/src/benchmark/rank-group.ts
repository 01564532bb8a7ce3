import { defineEnum } from '../model/index.js'

export const RankGroup = defineEnum('RankGroup', 'Where it usually stands; where intervals overlap there is no winner.', ['FIRST', 'MIDDLE', 'LAST'], {
  FIRST: 'Usually in the first third',
  MIDDLE: 'Usually in the middle',
  LAST: 'Usually in the last third',
})
