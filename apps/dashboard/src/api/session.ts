import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AuthProvider } from 'react-admin'
import { useStore } from 'react-admin'
import { setAddress, useAddress } from './address'
import { ask } from './graphql'

export interface Membership {
  readonly role: string
  readonly project: {
    readonly id: string
    readonly acronym: string
    readonly title: string
    readonly demonstration: boolean
    readonly published: boolean
    readonly asOf: string | null
    readonly reference: string | null
    readonly startsOn: string | null
    readonly endsOn: string | null
  }
  readonly partner: { readonly id: string; readonly shortName: string } | null
}

export interface ViewerFacts {
  readonly id: string
  readonly version: number
  readonly displayName: string
  readonly email: string | null
  readonly administrator: boolean
  readonly language: 'EN' | 'IT' | null
  readonly colourScheme: 'LIGHT' | 'DARK' | 'SYSTEM' | null
  readonly memberships: { readonly nodes: readonly Membership[] }
}

const document = `{ viewer { id version displayName email administrator language colourScheme memberships(first: 100) { nodes { role
  project { id acronym title demonstration published asOf reference startsOn endsOn } partner { id shortName } } } } }`

const readViewer = () => ask<{ viewer: ViewerFacts | null }>(document).then(({ viewer }) => viewer)

/** The person signed in. */
export function useViewer(): ViewerFacts | null {
  return useQuery({ queryKey: ['viewer'], queryFn: readViewer, staleTime: 60_000 }).data ?? null
}

/** Reads the person signed in anew, after their rights or settings changed. */
export function useReloadViewer(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['viewer'] })
}

/**
 * The project that is open and the day that its pages speak of, both from the address; else the project that was open
 * last, else the demonstration, for there is most to see.
 */
export function useProject() {
  const memberships = useViewer()?.memberships.nodes ?? []
  const address = useAddress()
  const [last, remember] = useStore<string>('project', '')
  const by = (id: string | null) => memberships.find((membership) => membership.project.id === id)
  const current = by(address.project) ?? by(last) ?? memberships.find((membership) => membership.project.demonstration) ?? memberships[0] ?? null
  const openId = current?.project.id ?? null
  useEffect(() => {
    if (openId && address.project !== openId) setAddress({ project: openId, asOf: null })
  }, [openId, address.project])
  return {
    current,
    roles: memberships.filter((membership) => membership.project.id === openId).map((membership) => membership.role),
    memberships,
    asOf: address.asOf ?? current?.project.asOf ?? null,
    choose: (id: string) => {
      remember(id)
      setAddress({ project: id, asOf: null })
    },
  }
}

/** Signs in: the session is a cookie that this page cannot read. */
export const signIn = (email: string, password: string) =>
  ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }', { email, password })

/** Sign-in as react-admin asks for it. A session that ends while someone types is asked for in place; see notices. */
export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await signIn(username, password)
  },
  async logout() {
    await ask('mutation { signOut }').catch(() => undefined)
  },
  async checkAuth() {
    const viewer = await readViewer().catch((error: { code?: string }) => {
      if (error.code === 'OFFLINE') return 'unknown'
      throw error
    })
    if (!viewer) throw new Error('errors.UNAUTHENTICATED')
  },
  async checkError() {},
  async getIdentity() {
    const viewer = await readViewer()
    return { id: viewer?.id ?? '', fullName: viewer?.displayName ?? '' }
  },
  async getPermissions() {
    return null
  },
}
