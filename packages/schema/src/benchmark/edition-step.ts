import { defineEnum } from '../model/index.js'

export const EditionStep = defineEnum('EditionStep', 'What an edition does to a value before it is compared.', ['DIVIDED', 'DRAWN_IN', 'FILLED_IN'], {
  DIVIDED: 'Divided',
  DRAWN_IN: 'Drawn in to the next value',
  FILLED_IN: 'Filled in',
})
