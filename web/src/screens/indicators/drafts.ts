/// The drafts of the year, and the one that is worked on: the one chosen, else the current, else the last.
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { api, takeAll, WHOLE } from '@/api/client'
import type { Schemas } from '@/api/types'
import { useView, type View } from '@/composables/view'
import { usePlace } from '@/stores/place'

type Draft = Schemas['draft_row']
export interface Drafts {
  view: View<Draft[]>
  picked: Ref<number | null>
  draft: ComputedRef<Draft | null>
}

export function useDrafts(): Drafts {
  const place = usePlace()
  const view = useView(() => {
    const year = place.year
    return year === null ? null : takeAll((cursor) => api.GET('/api/v1/years/{year}/drafts', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  })
  const picked = ref<number | null>(null)
  const draft = computed(() => {
    const all = view.data.value ?? []
    return all.find((one) => one.id === picked.value) ?? all.find((one) => one.is_current) ?? all[all.length - 1] ?? null
  })
  return { view, picked, draft }
}
