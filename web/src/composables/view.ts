/// A view of the server as reactive state. It follows what it depends on: the year, the day looked at, whoever acts, and
/// what others do. While it is read again the old content stays.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { ApiProblem } from '@/api/client'
import { asProblem } from '@/api/problem'
import { usePlace } from '@/stores/place'
import { useSession } from '@/stores/session'

export interface View<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<ApiProblem | null>
  isLoading: Ref<boolean>
  reload: () => Promise<void>
}

/// `load` gives null where there is nothing to ask yet. What it reads before its first await is followed.
export function useView<T>(load: () => Promise<T> | null): View<T> {
  const place = usePlace()
  const session = useSession()
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const isLoading = ref(false)
  let asked = 0

  async function settle(pending: Promise<T> | null): Promise<void> {
    const mine = ++asked
    if (!pending) {
      data.value = null
      problem.value = null
      isLoading.value = false
      return
    }
    isLoading.value = true
    try {
      const given = await pending
      if (mine !== asked) return
      data.value = given
      problem.value = null
    } catch (error) {
      if (mine !== asked) return
      problem.value = asProblem(error)
      if (problem.value.status === 403 || problem.value.status === 404) data.value = null
    } finally {
      if (mine === asked) isLoading.value = false
    }
  }

  let pending: Promise<T> | null = null
  watch(
    () => {
      void place.asOf
      void place.seq
      void session.actingAs
      pending = load()
      pending?.catch(() => undefined)
      return {}
    },
    () => void settle(pending),
    { immediate: true }
  )
  onScopeDispose(() => {
    asked++
  })
  return { data, problem, isLoading, reload: () => settle(load()) }
}
