import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { lazy } from 'react'
import type { Room } from '../records/room'
import { english } from './words.en'

/** Where people sign in. */
export const SignIn = lazy(() => import('./sign-in'))

/** Asks again who is there. */
export const ProveAgain = lazy(() => import('./prove-again'))

/** Ways to sign in again beside the password. */
export const OtherWaysIn = lazy(() => import('./other-ways-in'))

/** Who may come in: people, invitations, accounts, sessions. */
export const room: Room = {
  name: 'access',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { key: 'administration', icon: SettingsOutlined, pages: ['administration', 'users', 'securityLog'], filledBy: [], empty: 'administrators' },
  resources: {
    securityLog: { linked: false },
    users: { linked: false, moves: lazy(() => import('./person-moves')) },
  },
  pages: [
    { path: '/members', page: lazy(() => import('./members')), ofProject: true },
    { path: '/personal-data', page: lazy(() => import('./personal-data')), bare: true },
    { path: '/account', page: lazy(() => import('./account')) },
    { path: '/administration', page: lazy(() => import('./administration')) },
    { path: '/accept-invitation', page: lazy(() => import('./accept-invitation').then(({ AcceptInvitation }) => ({ default: AcceptInvitation }))), bare: true },
    { path: '/reset-password', page: lazy(() => import('./links').then(({ ResetPassword }) => ({ default: ResetPassword }))), bare: true },
    { path: '/begin', page: lazy(() => import('./links').then(({ Begin }) => ({ default: Begin }))), bare: true },
    { path: '/forgotten-password', page: lazy(() => import('./links').then(({ ForgottenPassword }) => ({ default: ForgottenPassword }))), bare: true },
    { path: '/came-back', page: lazy(() => import('./came-back')), bare: true },
  ],
}
