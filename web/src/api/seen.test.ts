import { describe, expect, it } from 'vitest'
import { viewOf } from './seen'

describe('what an act is about', () => {
  it('is the view of its record', () => {
    expect(viewOf('correct_finding', { year: 2021, finding: 7 })).toBe('/api/v1/years/2021/findings/7')
    expect(viewOf('order_supervision', { year: 2021, matter: 9, unit: 'D13' })).toBe('/api/v1/years/2021/matters/9')
  })
  it('is the self-check of a unit, and the desk for a deliberation', () => {
    expect(viewOf('review_self_check', { year: 2021, unit: 'C05' })).toBe('/api/v1/years/2021/self-checks/C05')
    expect(viewOf('deliberate', { year: 2021, unit: 'C05' })).toBe('/api/v1/years/2021/grading-desk')
  })
  it('is nothing where something new is made', () => {
    expect(viewOf('record_finding', { year: 2021, unit: 'D13' })).toBeNull()
    expect(viewOf('add_person', {})).toBeNull()
  })
})
