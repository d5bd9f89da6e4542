import type { Tone } from '@/components/StateTag.vue'
import type { Schemas } from '@/api/types'

export const matterTone: Record<Schemas['matter_row']['stage'], Tone> = {
  told: 'warn', acknowledged: 'info', planned: 'info', reported: 'warn', returned: 'bad', accepted: 'good', closed: 'good', withdrawn: 'plain'
}
export const progressTone: Record<Schemas['progress_mark']['progress'], Tone> = { on_time: 'good', late: 'warn', problem: 'bad' }
export const supervisionTone: Record<Schemas['matter_row']['supervision'], Tone> = { none: 'plain', requested: 'warn', refused: 'plain', ordered: 'bad' }
