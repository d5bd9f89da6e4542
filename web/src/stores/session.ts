/// Who is signed in, and in which capacity he acts.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, context, take } from '@/api/client'
import { forgetHeld } from '@/api/held'
import type { ActId, Me, Session } from '@/api/types'

const ACTING_KEY = 'heng.acting_as'

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const me = ref<Me | null>(null)
  const actingAs = ref('')
  /// The session ended while a page was open: the page stays, and asks for the password over it.
  const hasExpired = ref(false)

  const isIn = computed(() => session.value !== null && session.value.pending === 'nothing')
  const isUnit = computed(() => me.value?.as === 'unit')
  const isAdministrator = computed(() => me.value?.as.endsWith('_admin') ?? false)

  context.onSignInNeeded = () => {
    if (session.value) hasExpired.value = true
  }

  function take_up(given: Session): void {
    session.value = given
    context.csrf = given.csrf_token
    hasExpired.value = false
  }

  /// The session that the browser still has, if any.
  async function resume(): Promise<void> {
    try {
      take_up(await take(api.GET('/api/v1/session')))
    } catch {
      session.value = null
    }
    if (isIn.value) await loadMe()
  }

  async function loadMe(): Promise<void> {
    const kept = sessionStorage.getItem(`${ACTING_KEY}.${session.value?.account ?? ''}`) ?? ''
    context.actingAs = kept
    try {
      me.value = await take(api.GET('/api/v1/me'))
    } catch (error) {
      if (!kept) throw error
      context.actingAs = ''
      me.value = await take(api.GET('/api/v1/me'))
    }
    actingAs.value = context.actingAs
  }

  async function refreshMe(): Promise<void> {
    me.value = await take(api.GET('/api/v1/me'))
  }

  async function signIn(name: string, password: string, code: string): Promise<void> {
    const given = await take(
      api.POST('/api/v1/session', { body: { name, password, ...(code ? { code } : {}) } })
    )
    const isSame = given.account === session.value?.account
    take_up(given)
    if (!isSame) forgetHeld()
    if (isIn.value) await loadMe()
  }

  async function actAs(as: string): Promise<void> {
    context.actingAs = as
    sessionStorage.setItem(`${ACTING_KEY}.${session.value?.account ?? ''}`, as)
    me.value = await take(api.GET('/api/v1/me'))
    actingAs.value = as
  }

  async function changePassword(current: string, wanted: string): Promise<void> {
    take_up(await take(api.POST('/api/v1/session/password', { body: { current, wanted } })))
    if (isIn.value) await loadMe()
  }

  async function stepUp(code: string): Promise<void> {
    take_up(await take(api.POST('/api/v1/session/step-up', { body: { code } })))
  }

  async function confirmAuthenticator(code: string): Promise<void> {
    take_up(await take(api.POST('/api/v1/session/authenticator/confirmation', { body: { code } })))
    if (isIn.value) await loadMe()
  }

  async function signOut(): Promise<void> {
    try {
      await take(api.DELETE('/api/v1/session'))
    } finally {
      session.value = null
      me.value = null
      context.csrf = ''
      context.actingAs = ''
      actingAs.value = ''
      forgetHeld()
    }
  }

  function mayAct(act: ActId, year: number | null): boolean {
    const found = me.value?.acts.find((possible) => possible.id === act)
    if (!found) return false
    return found.years.length === 0 || year === null || found.years.includes(year)
  }

  function maySee(view: string): boolean {
    return me.value?.views.some((possible) => possible.id === view) ?? false
  }

  return {
    session, me, actingAs, hasExpired, isIn, isUnit, isAdministrator,
    resume, signIn, signOut, loadMe, refreshMe, actAs, changePassword, stepUp, confirmAuthenticator, mayAct, maySee
  }
})
