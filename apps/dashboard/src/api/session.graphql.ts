import { graphql } from './document'

/** Who is there, in which projects, and as whom they see: all that every page needs. */
export const viewerDocument = graphql(`query Viewer($language: String) {
  viewer { id version displayName email administrator language colourScheme adds memberships(first: 100) { nodes { role
    project { id acronym title demonstration published currency asOf reference startsOn endsOn axes areaAxis(language: $language) areaAxes(language: $language) phaseAxis(language: $language) phaseAxes(language: $language) adds hides can { removeDemonstration { allowed } } } partner { id shortName(language: $language) can { speakFor { allowed } } } } pageInfo { hasNextPage } } }
  seeingAs { personName } }`)

export const signInDocument = graphql(`mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }`)

/** Where the session is ended at the provider that opened it. */
export const signOutPageDocument = graphql(`query SignOutPage { signOutPage }`)

/** What is still to be proved after the password. */
export const secondStepDocument = graphql(`query SecondStep { secondStep { kinds } }`)

export const confirmSecondFactorDocument = graphql(`mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) { id } }`)

export const proveAgainDocument = graphql(`mutation ProveAgain($code: String!) { proveAgain(code: $code) }`)

export const signOutDocument = graphql(`mutation SignOut { signOut }`)
