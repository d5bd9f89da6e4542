/// Where in time the whole application stands: the year looked at, and the day as of which it is shown.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, context, take } from '@/api/client'
import type { YearRow } from '@/api/types'

/// The last year that has indicators in force; a year still being drafted is looked at only when asked for.
export function usualYear(rows: YearRow[]): number | null {
  const inForce = rows.filter((row) => row.edition !== null)
  const years = (inForce.length > 0 ? inForce : rows).map((row) => row.year)
  return years.length > 0 ? Math.max(...years) : null
}

export const usePlace = defineStore('place', () => {
  const years = ref<YearRow[]>([])
  const year = ref<number | null>(null)
  const asOf = ref('')
  /// The last event of the ledger that this page has heard of.
  const seq = ref(0)
  const isLive = ref(false)

  const current = computed(() => years.value.find((row) => row.year === year.value) ?? null)
  const isPast = computed(() => asOf.value !== '')

  async function loadYears(): Promise<void> {
    const page = await take(api.GET('/api/v1/years', { params: { query: { limit: 1000 } } }))
    years.value = page.items
    if (year.value === null || !page.items.some((row) => row.year === year.value)) year.value = usualYear(page.items)
  }

  function lookAsOf(day: string): void {
    asOf.value = day
    context.asOf = day
  }

  return { years, year, asOf, seq, isLive, current, isPast, loadYears, lookAsOf }
})
