/// A unit's sheet, and its place in the domain where one may see that.
import { api, ApiProblem, take, takeAll, WHOLE } from '@/api/client'
import type { Grade, Sheet, Standing } from '@/api/types'
import { useView, type View } from '@/composables/view'
import { usePlace } from '@/stores/place'
import { useSession } from '@/stores/session'

export interface Place {
  standing: Standing
  units: number
  isTied: boolean
  isComplete: boolean
}

/// What was published of a unit, in the last version of the result.
export interface Published {
  version: number
  rank: number
  grade: Grade
}

/// Null until a result is published, or where one may not see it.
export function usePublished(unit: () => string): View<Published | null> {
  const place = usePlace()
  const session = useSession()
  return useView<Published | null>(() => {
    const year = place.year
    if (year === null || !unit() || !session.maySee('results')) return null
    return (async () => {
      const versions = await takeAll((cursor) => api.GET('/api/v1/years/{year}/results', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
      const last = versions[versions.length - 1]
      if (!last) return null
      const rows = await takeAll((cursor) => api.GET('/api/v1/years/{year}/results/{record}', { params: { path: { year, record: last.id }, query: { limit: WHOLE, cursor } } }))
      const row = rows.find((one) => one.id === unit())
      return row ? { version: last.id, rank: row.rank, grade: row.grade } : null
    })()
  })
}

export function useSheet(unit: () => string): { sheet: View<Sheet>; standing: View<Place> } {
  const place = usePlace()
  const session = useSession()
  const sheet = useView(() => {
    const year = place.year
    return year === null || !unit() ? null : take(api.GET('/api/v1/years/{year}/units/{unit}/sheet', { params: { path: { year, unit: unit() } } }))
  })
  const standing = useView<Place>(() => {
    const year = place.year
    const domain = sheet.data.value?.domain
    if (year === null || !domain || !session.maySee('grading')) return null
    return (async () => {
      try {
        const all = await take(api.GET('/api/v1/years/{year}/domains/{domain}/standings', { params: { path: { year, domain } } }))
        const row = all.rows.find((one) => one.unit === unit())
        if (!row) return null as unknown as Place
        return {
          standing: row, units: all.rows.length, isComplete: all.is_complete, isTied: all.rows.some((one) => one.rank === row.rank && one.id !== row.id)
        }
      } catch (error) {
        if (error instanceof ApiProblem && (error.status === 403 || error.status === 404)) return null as unknown as Place
        throw error
      }
    })()
  })
  return { sheet, standing }
}
