/// Filters that someone gave a name to, on his computer.
export interface Filters {
  unit: string
  domain: string
  task: string
  stage: string
  objection: string
  quarter: string
  words: string
}

export const noFilters: Filters = { unit: '', domain: '', task: '', stage: '', objection: '', quarter: '', words: '' }

export interface SavedView {
  name: string
  filters: Filters
}

const keyOf = (account: string): string => `heng.views.findings.${account}`

export function loadViews(account: string): SavedView[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]') as SavedView[]
  } catch {
    return []
  }
}

export function saveViews(account: string, views: SavedView[]): void {
  localStorage.setItem(keyOf(account), JSON.stringify(views))
}
