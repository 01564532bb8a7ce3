import SettingsOutlined from '@mui/icons-material/SettingsOutlined'
import { lazily } from '../kit/lazily'
import type { Room } from '../records/room'
import type { ProveProps } from './prove-again'
import { english } from './words.en'

/** Where people sign in. */
export const SignIn = lazily(() => import('./sign-in'))

/** Asks again who is there. */
export const ProveAgain = lazily<ProveProps>(() => import('./prove-again'))

/** Ways to sign in again beside the password. */
export const OtherWaysIn = lazily(() => import('./other-ways-in'))

/** Who may come in: people, invitations, accounts, sessions. */
export const room: Room = {
  name: 'access',
  words: { en: english, it: () => import('./words.it').then(({ italian }) => italian) },
  rail: { key: 'administration', icon: SettingsOutlined, pages: ['administration', 'users', 'securityLog'], filledBy: [], empty: 'administrators' },
  resources: {
    securityLog: { linked: false },
    users: { linked: false, moves: lazily(() => import('./person-moves')) },
  },
  pages: [
    { path: '/members', page: lazily(() => import('./members')), ofProject: true },
    { path: '/personal-data', page: lazily(() => import('./personal-data')), bare: true },
    { path: '/account', page: lazily(() => import('./account')) },
    { path: '/administration', page: lazily(() => import('./administration')) },
    {
      path: '/accept-invitation',
      page: lazily(() => import('./accept-invitation').then(({ AcceptInvitation }) => ({ default: AcceptInvitation }))),
      bare: true,
    },
    { path: '/reset-password', page: lazily(() => import('./links').then(({ ResetPassword }) => ({ default: ResetPassword }))), bare: true },
    { path: '/begin', page: lazily(() => import('./links').then(({ Begin }) => ({ default: Begin }))), bare: true },
    { path: '/forgotten-password', page: lazily(() => import('./links').then(({ ForgottenPassword }) => ({ default: ForgottenPassword }))), bare: true },
    { path: '/came-back', page: lazily(() => import('./came-back')), bare: true },
  ],
}
