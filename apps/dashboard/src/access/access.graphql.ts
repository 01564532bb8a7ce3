import { graphql } from '../api/document'

/** One's sessions and tokens that still hold, one's second factors, one's accounts at providers of identities, and what happened to one's account. */
export const accountDocument = graphql(`query Account($id: ID!) {
  sessions(last: 50, filter: {user: {id: {eq: $id}}, revokedAt: {isNull: true}}) { nodes { id device network createdAt seenAt } }
  currentSession
  recoveryCodesLeft
  secondFactors(last: 50, filter: {user: {id: {eq: $id}}}) { nodes { id kind name createdAt usedAt } }
  apiTokens(last: 50, filter: {user: {id: {eq: $id}}, revokedAt: {isNull: true}}) { nodes { id name withMoney createdAt expiresAt usedAt } }
  providerAccounts(last: 50, filter: {user: {id: {eq: $id}}}) { nodes { id provider email createdAt usedAt } }
  securityLog(first: 20, filter: {user: {id: {eq: $id}}}) { nodes { id kind at network byName times } } }`)

/** What is kept of people, and how much of whoever asks. */
export const personalDataDocument = graphql(`query PersonalData {
  personalData { table record mine fields { name purpose until days erase readBy } } }`)

export const createTokenDocument = graphql(`mutation CreateToken($name: String!, $projectIds: [ID!]!, $withMoney: Boolean!, $days: Int!) {
  createApiToken(name: $name, projectIds: $projectIds, withMoney: $withMoney, days: $days) { id token } }`)

export const revokeTokenDocument = graphql(`mutation RevokeToken($id: ID!) { revokeApiToken(id: $id) { id } }`)

export const newCodesDocument = graphql(`mutation NewCodes { newCodes { secret uri } }`)

export const addCodesDocument = graphql(
  `mutation AddCodes($secret: String!, $code: String!, $name: String!) { addCodes(secret: $secret, code: $code, name: $name) }`,
)

export const removeFactorDocument = graphql(`mutation RemoveFactor($id: ID!) { removeFactor(id: $id) }`)

export const renewRecoveryCodesDocument = graphql(`mutation RenewRecoveryCodes { renewRecoveryCodes }`)

export const signOutEverywhereDocument = graphql(`mutation SignOutEverywhere { signOutEverywhere }`)

export const revokeSessionDocument = graphql(`mutation RevokeSession($id: ID!) { revokeSession(id: $id) { id } }`)

export const changePasswordDocument = graphql(
  `mutation ChangePassword($current: String!, $password: String!, $endSessions: Boolean!, $endTokens: Boolean!) {
    changePassword(current: $current, password: $password, endSessions: $endSessions, endTokens: $endTokens) }`,
)

export const beginInstallationDocument = graphql(
  `mutation BeginInstallation($token: String!, $displayName: String!, $email: String!, $password: String!) {
    beginInstallation(token: $token, displayName: $displayName, email: $email, password: $password) }`,
)

/** What a link of an invitation offers. */
export const openInvitationDocument = graphql(
  `query OpenInvitation($token: String!, $language: String) { openInvitation(token: $token, language: $language) { acronym title role partner email invitedBy hasAccount } }`,
)

export const acceptInvitationDocument = graphql(
  `mutation AcceptInvitation($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) }`,
)

export const resetPasswordDocument = graphql(
  `mutation ResetPassword($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }`,
)

export const requestPasswordResetDocument = graphql(`mutation RequestPasswordReset($email: String!) { requestPasswordReset(email: $email) { mailed } }`)

/** A link for somebody's password, as an administrator takes it where no mail is sent. */
export const takeLinkDocument = graphql(`mutation TakeLink($email: String!) { requestPasswordReset(email: $email) { link waits } }`)

/** Links that wait for this administrator. */
export const linksToConfirmDocument = graphql(`query LinksToConfirm { linksToConfirm { id personName byName } }`)

export const confirmLinkDocument = graphql(`mutation ConfirmLink($id: ID!) { confirmLink(id: $id) }`)

/** Whether mail is sent, and with what people sign in beside a password. */
export const installationDocument = graphql(`query Installation { installation { mailEnabled providers { key name } } }`)

export const signInWithDocument = graphql(`mutation SignInWith($provider: String!) { page: signInWith(provider: $provider) }`)

/** The same in a window of its own. */
export const signInInWindowDocument = graphql(`mutation SignInInWindow($provider: String!) { page: signInWith(provider: $provider, inWindow: true) }`)

/** By what one can prove again who one is. */
export const provingWaysDocument = graphql(`query ProvingWays { provingWays { password codes passkey providers } }`)

export const proveAgainWithDocument = graphql(`mutation ProveAgainWith($provider: String!) { page: proveAgainWith(provider: $provider) }`)

export const joinAccountDocument = graphql(`mutation JoinAccount($provider: String!) { page: joinAccountOf(provider: $provider) }`)

export const partAccountDocument = graphql(`mutation PartAccount($id: ID!) { partProviderAccount(id: $id) }`)

export const createProjectDocument =
  graphql(`mutation CreateProject($acronym: String!, $title: String!, $leadEmail: String!, $leadName: String!, $country: String) {
  createProject(acronym: $acronym, title: $title, leadEmail: $leadEmail, leadName: $leadName, country: $country) { id invitation { mailed link } } }`)

/** Projects that anyone may read of. */
export const publishedProjectsDocument = graphql(
  `query PublishedProjects { projects(filter: {published: {eq: true}}, first: 20) { nodes { id acronym title } pageInfo { hasNextPage } } }`,
)

/** Who takes part in a project, who is invited, and the partners to choose from. */
export const membersDocument = graphql(`query Members($id: ID!, $language: String) {
  project(id: $id) { can { invite { allowed } } }
  memberships(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id version role user { id displayName } partner { shortName(language: $language) } can { archive { allowed } } } pageInfo { hasNextPage } }
  invitations(first: 500, filter: {project: {id: {eq: $id}}, acceptedAt: {isNull: true}}) { nodes { id version displayName email role expiresAt mail { state at refusal } partner { shortName(language: $language) } } pageInfo { hasNextPage } }
  partners(first: 500, filter: {project: {id: {eq: $id}}}) { nodes { id shortName(language: $language) joinedOn withdrawnOn } pageInfo { hasNextPage } } }`)

export const inviteDocument = graphql(`mutation Invite($projectId: ID!, $email: String!, $displayName: String!, $role: MemberRole!, $partnerId: ID) {
  invite(projectId: $projectId, email: $email, displayName: $displayName, role: $role, partnerId: $partnerId) { mailed link } }`)

export const endMembershipDocument = graphql(
  `mutation EndMembership($id: ID!, $version: Int!) { archiveMembership(id: $id, version: $version) { id version } }`,
)

export const restoreMembershipDocument = graphql(
  `mutation RestoreMembership($id: ID!, $version: Int!) { restoreMembership(id: $id, version: $version) { id } }`,
)

export const resendInvitationDocument = graphql(
  `mutation ResendInvitation($id: ID!, $version: Int!) { resendInvitation(id: $id, version: $version) { mailed link } }`,
)

export const withdrawInvitationDocument = graphql(
  `mutation WithdrawInvitation($id: ID!, $version: Int!) { archiveInvitation(id: $id, version: $version) { id } }`,
)

export const seeAsDocument = graphql(`mutation SeeAs($userId: ID!) { seeAs(userId: $userId) { personId } }`)

export const erasePersonDocument = graphql(`mutation ErasePerson($id: ID!, $email: String!) { erasePerson(id: $id, email: $email) { id } }`)

/** Records in whose texts somebody is named. */
export const personMentionsDocument = graphql(`query PersonMentions($id: ID!) { personMentions(id: $id) { recordType recordId project } }`)

export const askForErasureDocument = graphql(`mutation AskForErasure($asked: Boolean!) { askForErasure(asked: $asked) { id erasureAskedAt } }`)

/** When one asked to be erased. */
export const erasureAskedDocument = graphql(`query ErasureAsked { viewer { id erasureAskedAt } }`)

/** Who asked to be erased, and whose account was closed before a moment. */
export const toBeErasedDocument = graphql(`query ToBeErased($closedBefore: DateTime!) {
  asked: users(first: 100, filter: {erasureAskedAt: {isNull: false}}) { nodes { id displayName email erasureAskedAt } pageInfo { hasNextPage } }
  closed: users(first: 100, archived: true, filter: {archivedAt: {lt: $closedBefore}, erasedAt: {isNull: true}}) { nodes { id displayName email archivedAt } pageInfo { hasNextPage } } }`)
