/// What is wrong or in doubt with a table or a draft, in the order that one mends it.
import type { Schemas } from '@/api/types'

export type Issue = Schemas['table_issue']

export interface IssueGroup {
  code: string
  severity: Issue['severity']
  issues: Issue[]
}

/// Errors first, otherwise as they came.
export function errorsFirst(issues: Issue[]): Issue[] {
  return [...issues.filter((one) => one.severity === 'error'), ...issues.filter((one) => one.severity !== 'error')]
}

/// The instances of each code, errors first, otherwise as they came.
export function groupsOf(issues: Issue[]): IssueGroup[] {
  const groups = new Map<string, IssueGroup>()
  for (const one of errorsFirst(issues)) {
    const key = `${one.severity} ${one.code}`
    const group = groups.get(key) ?? { code: one.code, severity: one.severity, issues: [] }
    group.issues.push(one)
    groups.set(key, group)
  }
  return [...groups.values()]
}
