/// A list that the server filters: asked for anew a moment after what is wanted has changed, and gone on with page by page.
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { ApiProblem } from '@/api/problem'
import { useAttempt } from './attempt'

export interface Page<Row> {
  items: Row[]
  next: string | null
}

export interface Pages<Row> {
  rows: ShallowRef<Row[]>
  /// There is more of the same.
  hasMore: ComputedRef<boolean>
  isBusy: Ref<boolean>
  /// What stands there is still of what was wanted before.
  isStale: Ref<boolean>
  problem: ShallowRef<ApiProblem | null>
  more: () => Promise<boolean>
}

/// Typing is not asked about letter by letter.
export const WAIT_MS = 300

/// `wanted` is all that the answer depends on; `ask` is given it and where to go on.
export function usePages<Row, Wanted>(wanted: () => Wanted, ask: (wanted: Wanted, cursor: string | undefined) => Promise<Page<Row>>): Pages<Row> {
  const { isBusy, problem, run, drop } = useAttempt()
  const rows = shallowRef<Row[]>([])
  const next = ref<string | null>(null)
  const isStale = ref(true)
  let timer: ReturnType<typeof setTimeout> | undefined

  function begin(): Promise<boolean> {
    clearTimeout(timer)
    return run(() => ask(wanted(), undefined), (page) => {
      rows.value = page.items
      next.value = page.next
      isStale.value = false
    })
  }

  /// The next page; where the first did not come, that.
  function more(): Promise<boolean> {
    const cursor = next.value
    if (isStale.value || cursor === null) return begin()
    return run(() => ask(wanted(), cursor), (page) => {
      rows.value = [...rows.value, ...page.items]
      next.value = page.next
    })
  }

  watch(
    () => JSON.stringify(wanted()),
    () => {
      drop()
      clearTimeout(timer)
      isStale.value = true
      timer = setTimeout(() => void begin(), WAIT_MS)
    }
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    drop()
  })
  void begin()
  return { rows, hasMore: computed(() => next.value !== null), isBusy, isStale, problem, more }
}
