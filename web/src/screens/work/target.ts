/// Where one click on a thing to do leads: to the screen made for it, or to the form of the act with what is known.
import type { Act, ActBody, ActId, WorkItem } from '@/api/types'

/// The screen made for a duty, if there is one.
export function screenOf(item: WorkItem): string | null {
  const act = item.acts[0]
  switch (act) {
    case 'submit_self_check':
    case 'review_self_check':
      return item.unit ? `/self-check/${item.unit}` : '/half-year'
    case 'confirm_finding':
      return '/findings/confirm'
    case 'answer_objection':
    case 'object_to_finding':
      return item.record ? `/findings/${item.record}` : '/findings'
    case 'acknowledge_matter':
    case 'rectify_matter':
    case 'accept_rectification':
    case 'close_supervision':
    case 'order_supervision':
    case 'refuse_supervision':
      return item.record ? `/matters/${item.record}` : '/monitoring'
    case 'mark_progress':
      return `/monitoring?tab=progress&quarter=${item.quarter ?? ''}&domain=${item.domain ?? ''}`
    case 'settle_sheet':
    case 'sign_sheet':
    case 'reopen_sheet':
      return '/year-end?tab=sheets'
    case 'deliberate':
    case 'approve_grades':
    case 'propose_grades':
      return '/grading'
    case 'publish_half_year_circular':
      return '/half-year?tab=circular'
    case 'decide_recheck':
    case 'decide_appeal':
    case 'appeal':
      return '/results?tab=rechecks'
    default:
      return null
  }
}

/// What a thing to do already says of the act's fields.
export function givenBy(item: WorkItem, act: Act): ActBody {
  const out: ActBody = { year: item.year }
  let isRecordGiven = false
  for (const field of act.fields) {
    if (field.kind === 'record' && item.record !== null && !isRecordGiven) {
      out[field.name] = item.record
      isRecordGiven = true
    } else if (field.name === 'unit' && item.unit) out.unit = item.unit
    else if (field.name === 'domain' && item.domain) out.domain = item.domain
    else if (field.name === 'task' && item.task) out.task = item.task
    else if (field.name === 'quarter' && item.quarter) out.quarter = String(item.quarter)
  }
  return out
}

export interface Bundle {
  key: string
  duty: string
  acts: ActId[]
  items: WorkItem[]
  until: string | null
  urgency: WorkItem['urgency']
  isRight: boolean
}

const RANK: Record<WorkItem['urgency'], number> = { overdue: 0, near: 1, later: 2 }

/// Many of the same duty due on the same day are one line; the most urgent first, then by date.
export function bundle(items: WorkItem[]): Bundle[] {
  const found = new Map<string, Bundle>()
  for (const item of items) {
    const key = `${item.duty} ${item.until ?? ''} ${item.is_right}`
    const known = found.get(key)
    if (known) known.items.push(item)
    else
      found.set(key, {
        key, duty: item.duty, acts: item.acts, items: [item], until: item.until, urgency: item.urgency, isRight: item.is_right
      })
  }
  return [...found.values()].sort(
    (a, b) =>
      Number(a.isRight) - Number(b.isRight) || RANK[a.urgency] - RANK[b.urgency] || (a.until ?? '9999').localeCompare(b.until ?? '9999')
  )
}
