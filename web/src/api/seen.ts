/// What someone looks at while he writes: if others change it meanwhile he is told, and the server refuses a write that
/// was made from an older state.
import { context } from './client'
import { heldFetch } from './held'
import type { ActBody } from './types'

export interface Seen {
  path: string
  tag: string
}

const VIEWS: Record<string, string> = { finding: 'findings', matter: 'matters', ballot: 'ballots', draft: 'drafts', sheet: 'task-sheets' }
const ON_SELF_CHECK = new Set(['submit_self_check', 'return_self_check', 'review_self_check'])

/// The view of what an act is about, where there is one.
export function viewOf(act: string, given: ActBody): string | null {
  const year = given.year
  if (typeof year !== 'number') return null
  if (ON_SELF_CHECK.has(act) && typeof given.unit === 'string') return `/api/v1/years/${year}/self-checks/${encodeURIComponent(given.unit)}`
  if (act === 'deliberate') return `/api/v1/years/${year}/grading-desk`
  for (const [field, view] of Object.entries(VIEWS)) {
    if (typeof given[field] === 'number') return `/api/v1/years/${year}/${view}/${given[field]}`
  }
  return null
}

/// The tag of a view as it stands, or null where it cannot be seen.
export async function tagOf(path: string): Promise<string | null> {
  try {
    const headers: Record<string, string> = context.actingAs ? { 'Acting-As': encodeURIComponent(context.actingAs) } : {}
    const response = await heldFetch(new Request(new URL(path, window.location.origin), { headers }))
    return response.ok ? response.headers.get('ETag') : null
  } catch {
    return null
  }
}
