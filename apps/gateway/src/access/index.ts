import type { Room } from '../room.js'
import { AccessResolver } from './access-resolver.js'
import { BeginResolver } from './begin-resolver.js'
import { RESET_MAIL, resetMail } from './reset-mail.js'
import { SeeingResolver } from './seeing-resolver.js'

export { checkPassword } from './check-password.js'
export { makeFirstLink } from './first-link.js'
export { insertPerson } from './insert-person.js'
export { makeResetSecret } from './one-time-link.js'
export { joinProject, takeInvitations } from './open-invitations.js'
export { resetLink } from './reset-mail.js'
export { countTry, forgetTries, forgetTry } from './throttle.js'

export const room: Room = { resolvers: [AccessResolver, BeginResolver, SeeingResolver], mails: { [RESET_MAIL]: resetMail } }
