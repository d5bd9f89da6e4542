/// A unit's sheet, and its place in the domain where one may see that.
import { api, ApiProblem, take } from '@/api/client'
import type { Sheet, Standing } from '@/api/types'
import { useView, type View } from '@/composables/view'
import { usePlace } from '@/stores/place'
import { useSession } from '@/stores/session'

export interface Place {
  standing: Standing
  units: number
  isTied: boolean
  isComplete: boolean
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
