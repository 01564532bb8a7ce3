import { defineEnum } from '../model/index.js'

export const Audience = defineEnum('Audience', 'Who may read: its partner and leaders, all members, or anyone.', ['OWN', 'PROJECT', 'PUBLIC'], {
  OWN: 'Its partner and leaders',
  PROJECT: 'All members',
  PUBLIC: 'Anyone, while the project page is public',
})
