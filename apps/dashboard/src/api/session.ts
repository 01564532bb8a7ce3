import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type AuthProvider, useStore } from 'react-admin'
import { setAddress, useAddress } from './address'
import type { AnswerOf } from './document'
import { ask, isUnreached } from './graphql'
import { openMembership } from './open-project'
import { queryClient } from './query-client'
import { signInDocument, signOutDocument, signOutPageDocument, viewerDocument } from './session.graphql'
import { localeNow } from './translate'
import { keyOf, useAnswer } from './use-answer'

/** The person signed in, with their memberships. */
export type Viewer = NonNullable<AnswerOf<typeof viewerDocument>['viewer']>

/** One's membership of a project that one may read. */
export interface Membership extends Omit<Viewer['memberships']['nodes'][number], 'project'> {
  readonly project: NonNullable<Viewer['memberships']['nodes'][number]['project']>
}

/** Who is there, asked at most every few seconds: pages ask at the same time as react-admin does. */
async function readViewer(): Promise<Viewer | null> {
  const asked = { language: localeNow() }
  const { viewer } = await queryClient.fetchQuery({ queryKey: keyOf(viewerDocument, asked), queryFn: () => ask(viewerDocument, asked), staleTime: 5000 })
  return viewer
}

const isReadable = (membership: Viewer['memberships']['nodes'][number]): membership is Membership => membership.project !== null

const useSession = () => useAnswer(viewerDocument, {}, { staleTime: 60_000 }).data

/** The person signed in. */
export function useViewer(): Viewer | null {
  return useSession()?.viewer ?? null
}

/** As whom this session sees; null: as oneself; undefined: not known yet. */
export function useSeeing(): AnswerOf<typeof viewerDocument>['seeingAs'] | undefined {
  return useSession()?.seeingAs
}

/** Reads the person signed in anew, after their rights or settings changed. */
export function useReloadViewer(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(viewerDocument) })
}

/**
 * The project that is open and the day that its pages speak of, both from the address; else the project that was open
 * last, else the demonstration, for there is most to see.
 */
export function useProject() {
  const viewer = useViewer()
  const memberships = (viewer?.memberships.nodes ?? []).filter(isReadable)
  const address = useAddress()
  const [last, remember] = useStore<string>('project', '')
  const current = openMembership(memberships, address.project, last)
  const openId = current?.project.id ?? null
  useEffect(() => {
    if (openId && address.project !== openId) setAddress({ project: openId, asOf: null })
  }, [openId, address.project])
  return {
    current,
    roles: memberships.filter((membership) => membership.project.id === openId).map((membership) => membership.role),
    memberships,
    /** Whether this person may add to a list somewhere in the project, or to one of no project. */
    adds: (list: string) => [...(current?.project.adds ?? []), ...(viewer?.adds ?? [])].includes(list),
    asOf: address.asOf ?? current?.project.asOf ?? null,
    choose: (id: string) => {
      remember(id)
      setAddress({ project: id, asOf: null })
    },
  }
}

/** The currency of a record's amounts; of one that is not made yet, its project's, the open one. */
export function useCurrency(ofRecord: string | undefined): string {
  const { current } = useProject()
  return ofRecord ?? current?.project.currency ?? 'EUR'
}

/** Signs in: the session is a cookie that this page cannot read. Answers nobody where a second step is needed. */
export const signIn = (email: string, password: string) => ask(signInDocument, { email, password })

/** Sign-in as react-admin asks for it. A session that ends while someone types is asked for in place; see notices. */
export const authProvider: AuthProvider = {
  /** Whoever gets here has signed in: that may take two steps. */
  async login() {},
  async logout() {
    const there = await ask(signOutPageDocument, {}).catch(() => null)
    await ask(signOutDocument, {}).catch(() => undefined)
    // react-admin goes where it is told, else to the page to sign in.
    return there?.signOutPage ?? undefined
  },
  async checkAuth() {
    const viewer = await readViewer().catch((error: unknown) => {
      if (isUnreached(error)) return 'unknown'
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
