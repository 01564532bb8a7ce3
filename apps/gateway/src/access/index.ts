import type { Room } from '../room.js'
import { AccessResolver } from './access-resolver.js'
import { BeginResolver } from './begin-resolver.js'
import { ErasureResolver } from './erasure-resolver.js'
import { ExportResolver } from './export-resolver.js'
import { FACTORS_REMOVED_MAIL, factorsRemovedMail, NEW_DEVICE_MAIL, newDeviceMail } from './factor-mails.js'
import { FactorResolver } from './factor-resolver.js'
import { PasskeyResolver } from './passkey-resolver.js'
import { PersonalDataResolver } from './personal-data-resolver.js'
import { personalDataRoute } from './personal-data-route.js'
import { ProviderResolver } from './provider-resolver.js'
import { providerRoute } from './provider-route.js'
import { LINK_PRINTED_MAIL, linkPrintedMail, RESET_MAIL, resetMail } from './reset-mail.js'
import { ResetResolver } from './reset-resolver.js'
import { SeeingResolver } from './seeing-resolver.js'
import { SessionResolver } from './session-resolver.js'

export { checkPassword } from './check-password.js'
export { eraseAgain, erasePerson } from './erase-person.js'
export { FACTORS_REMOVED_MAIL } from './factor-mails.js'
export { dropFactors } from './factors.js'
export { findMentions, type Mention } from './find-mentions.js'
export { makeFirstLink } from './first-link.js'
export { forgetOver } from './forget-over.js'
export { insertPerson, type NewPerson } from './insert-person.js'
export { makeResetSecret } from './one-time-link.js'
export { type InvitationRow, joinProject, OF_LINK, OPEN_INVITATION, openInvitations, takeInvitations } from './open-invitations.js'
export { forgetVisits } from './provider-visit.js'
export { LINK_PRINTED_MAIL, resetLink } from './reset-mail.js'
export { countTry, forgetTries, forgetTry } from './throttle.js'

export const room: Room = {
  resolvers: [
    ...[AccessResolver, BeginResolver, ErasureResolver, ExportResolver, FactorResolver, PasskeyResolver],
    ...[PersonalDataResolver, ProviderResolver, ResetResolver, SeeingResolver, SessionResolver],
  ],
  routes: [
    { path: '/providers', make: providerRoute },
    { path: '/personal-data.json', make: personalDataRoute },
  ],
  mails: { [RESET_MAIL]: resetMail, [FACTORS_REMOVED_MAIL]: factorsRemovedMail, [NEW_DEVICE_MAIL]: newDeviceMail, [LINK_PRINTED_MAIL]: linkPrintedMail },
}
