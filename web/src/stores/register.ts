/// Names that many screens need: units, bodies, people, the indicator tables of the year. Loaded when first asked for.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { api, take, takeAll, WHOLE } from '@/api/client'
import type { Branch, Clause, IndicatorTable, Scheme, Task, UnitRow } from '@/api/types'
import { usePlace } from './place'

export interface FoundBranch {
  domain: IndicatorTable
  task: Task
  clause: Clause
  branch: Branch
}

/// Each branch of a scheme with where it stands, by its id.
export function branchesOf(scheme: Scheme): Map<string, FoundBranch> {
  const out = new Map<string, FoundBranch>()
  for (const domain of scheme.domains)
    for (const category of domain.categories)
      for (const task of category.tasks)
        for (const clause of task.clauses)
          for (const branch of clause.branches) out.set(`${domain.id} ${branch.id}`, { domain, task, clause, branch })
  return out
}

export const useRegister = defineStore('register', () => {
  const place = usePlace()
  const units = ref<UnitRow[]>([])
  const bodies = ref<string[]>([])
  const people = ref<string[]>([])
  const scheme = shallowRef<Scheme | null>(null)
  const loaded = new Map<string, Promise<void>>()
  /// What has been asked for so far, and is loaded anew when year, day or capacity change.
  const wanted = new Set<() => Promise<void>>()

  const unitNames = computed(() => new Map(units.value.map((row) => [row.id, row.name])))
  /// Before the first draft of a year the domains are known from their units.
  const domains = computed(() => {
    if (scheme.value) return scheme.value.domains.map((domain) => ({ id: domain.id, name: domain.name }))
    return [...new Map(units.value.map((row) => [row.domain, row.domain_name || row.domain]))].map(([id, name]) => ({ id, name }))
  })
  const branches = computed(() => (scheme.value ? branchesOf(scheme.value) : new Map<string, FoundBranch>()))

  /// Once for each state of the world; a failure is tried again next time.
  function once(key: string, load: () => Promise<void>): Promise<void> {
    const full = `${key} ${place.asOf}`
    const known = loaded.get(full)
    if (known) return known
    const pending = load().catch((error: unknown) => {
      loaded.delete(full)
      throw error
    })
    loaded.set(full, pending)
    return pending
  }

  function needUnits(): Promise<void> {
    wanted.add(needUnits)
    return once('units', async () => {
      units.value = await takeAll((cursor) =>
        api.GET('/api/v1/units', { params: { query: { limit: WHOLE, cursor } } }))
    })
  }

  function needBodies(): Promise<void> {
    wanted.add(needBodies)
    return once('bodies', async () => {
      const rows = await takeAll((cursor) =>
        api.GET('/api/v1/bodies', { params: { query: { limit: WHOLE, cursor } } }))
      bodies.value = rows.map((row) => row.id)
    })
  }

  function needPeople(): Promise<void> {
    wanted.add(needPeople)
    return once('people', async () => {
      const rows = await takeAll((cursor) =>
        api.GET('/api/v1/people', { params: { query: { limit: WHOLE, cursor } } }))
      people.value = rows.map((row) => row.id)
    })
  }

  /// Before anything is in force, what is proposed and commented on is the current draft. Null where one may not see drafts.
  async function currentDraft(year: number): Promise<Scheme | null> {
    const { items } = await take(api.GET('/api/v1/years/{year}/drafts', { params: { path: { year }, query: { limit: WHOLE } } }))
    const record = (items.find((one) => one.is_current) ?? items[items.length - 1])?.id
    if (record === undefined) return null
    const draft = await take(api.GET('/api/v1/years/{year}/drafts/{record}', { params: { path: { year, record } } }))
    return { ...draft, id: String(record), draft: record, from: '' }
  }

  function needScheme(): Promise<void> {
    wanted.add(needScheme)
    const year = place.year
    if (year === null) return Promise.resolve()
    const key = `scheme ${year} ${place.current?.edition ?? ''}`
    return once(key, async () => {
      const given = place.current?.edition === null ? await currentDraft(year) : await take(api.GET('/api/v1/years/{year}/scheme', { params: { path: { year } } }))
      if (year === place.year) scheme.value = given
      if (!given) await needUnits().catch(() => undefined)
    })
  }

  /// Loads again whatever was asked for: somebody else acts, or another time is looked at.
  async function forget(): Promise<void> {
    loaded.clear()
    await Promise.allSettled([...wanted].map((need) => need()))
  }

  watch(
    () => [place.year, place.current?.edition],
    () => {
      if (!wanted.has(needScheme)) return
      for (const key of [...loaded.keys()]) if (key.startsWith('scheme ')) loaded.delete(key)
      void needScheme().catch(() => {
        scheme.value = null
      })
    }
  )

  return { units, bodies, people, scheme, unitNames, domains, branches, needUnits, needBodies, needPeople, needScheme, forget }
})
