import type { Tone } from '@/components/StateTag.vue'
import type { FindingRow } from '@/api/types'

export const stageTone: Record<FindingRow['stage'], Tone> = { recorded: 'warn', confirmed: 'good', withdrawn: 'plain' }
export const objectionTone: Record<'filed' | 'upheld' | 'dismissed', Tone> = { filed: 'warn', upheld: 'info', dismissed: 'plain' }
