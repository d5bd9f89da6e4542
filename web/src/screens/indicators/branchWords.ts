/// A branch in words: what it costs and how it is counted.
import type { Branch } from '@/api/types'
import { i18n } from '@/i18n'

/// As the indicators in force give it, and as the clause parser reads it.
export type AnyBranch = Omit<Branch, 'id' | 'meaning'>

const t = i18n.global.t
const SIGNS: Record<string, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' }

export function howOf(branch: AnyBranch): string {
  const parts = [t(`words.effect.${branch.effect}`), t(`words.basis.${branch.basis}`)]
  if (branch.level) parts.push(t('indicators.level', [branch.level]))
  if (branch.step || branch.per) parts.push(t('indicators.per', [branch.step ?? '', branch.per ?? branch.target?.unit ?? '']))
  if (branch.target) parts.push(t('indicators.target', [SIGNS[branch.target.op] ?? branch.target.op, branch.target.value, branch.target.unit]))
  if (branch.reference) parts.push(t('indicators.reference_needed', [branch.reference]))
  if (branch.cap) parts.push(t('indicators.cap', [branch.cap.whole_task ? t('indicators.cap_task') : t('common.points', [branch.cap.points])]) + (branch.cap_shared ? `（${t('indicators.shared')}）` : ''))
  if (branch.partial === 'up') parts.push(t('indicators.partial_up'))
  if (branch.partial === 'proportional') parts.push(t('indicators.partial_proportional'))
  return parts.join(t('mark.semicolon'))
}

export function amountOf(branch: AnyBranch): string {
  if (branch.points_max) return `${branch.points ?? ''}–${branch.points_max}`
  return branch.points ?? (branch.percent_of_task ? `${branch.percent_of_task}%` : '—')
}
