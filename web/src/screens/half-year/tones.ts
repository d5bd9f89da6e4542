import type { Tone } from '@/components/StateTag.vue'
import type { Schemas } from '@/api/types'

export const checkTone: Record<Schemas['self_check_row']['stage'], Tone> = { absent: 'plain', submitted: 'warn', returned: 'bad', reviewed: 'good' }
