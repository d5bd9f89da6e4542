import type { Grade } from '@/api/types'
import type { Tone } from '@/components/StateTag.vue'

export const gradeTone: Record<Grade, Tone> = { good: 'good', fair: 'info', ordinary: 'warn', poor: 'bad' }

/// Ranks that more than one unit holds.
export function sharedRanks(rows: { rank: number }[]): Set<number> {
  const seen = new Set<number>()
  const out = new Set<number>()
  for (const { rank } of rows) (seen.has(rank) ? out : seen).add(rank)
  return out
}
