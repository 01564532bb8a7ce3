import { defineEnum } from '../model/index.js'

export const EditionStep = defineEnum('EditionStep', 'What an edition does to a value before it is compared.', ['DRAWN_IN', 'FILLED_IN'], {
  DRAWN_IN: 'Drawn in to the next value',
  FILLED_IN: 'Filled in',
})
