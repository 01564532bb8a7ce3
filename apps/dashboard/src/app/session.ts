import { useQuery } from '@tanstack/react-query'
import type { AuthProvider } from 'react-admin'
import { useStore } from 'react-admin'
import { ask } from './graphql'

export interface Membership {
  readonly role: string
  readonly project: {
    readonly id: string
    readonly acronym: string
    readonly title: string
    readonly demonstration: boolean
    readonly asOf: string | null
    readonly reference: string | null
  }
  readonly partner: { readonly id: string; readonly shortName: string } | null
}

export interface ViewerFacts {
  readonly id: string
  readonly displayName: string
  readonly administrator: boolean
  readonly memberships: { readonly nodes: readonly Membership[] }
}

const document = `{ viewer { id displayName administrator memberships(first: 100) { nodes { role
  project { id acronym title demonstration asOf reference } partner { id shortName } } } } }`

const readViewer = () => ask<{ viewer: ViewerFacts | null }>(document).then(({ viewer }) => viewer)

/** The person signed in. */
export function useViewer(): ViewerFacts | null {
  return useQuery({ queryKey: ['viewer'], queryFn: readViewer, staleTime: 60_000 }).data ?? null
}

/** The project that is open, and how to open another; the demonstration first, for there is most to see. */
export function useProject() {
  const memberships = useViewer()?.memberships.nodes ?? []
  const [chosen, choose] = useStore<string>('project', '')
  const current =
    memberships.find((membership) => membership.project.id === chosen) ?? memberships.find((membership) => membership.project.demonstration) ?? memberships[0]
  return { current: current ?? null, memberships, choose }
}

/** Sign-in as react-admin asks for it: the session is a cookie that this page cannot read. */
export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }', { email: username, password })
  },
  async logout() {
    await ask('mutation { signOut }').catch(() => undefined)
  },
  async checkAuth() {
    if (!(await readViewer())) throw new Error('signed out')
  },
  async checkError(error: { status?: number }) {
    if (error.status === 401) throw error
  },
  async getIdentity() {
    const viewer = await readViewer()
    return { id: viewer?.id ?? '', fullName: viewer?.displayName ?? '' }
  },
  async getPermissions() {
    return null
  },
}
