import type { Grade } from '@/api/types'
import type { Tone } from '@/components/StateTag.vue'

export const gradeTone: Record<Grade, Tone> = { good: 'good', fair: 'info', ordinary: 'warn', poor: 'bad' }
