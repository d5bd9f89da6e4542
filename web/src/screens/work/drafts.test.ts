import { describe, expect, it } from 'vitest'
import { actOf, givenOf, pathOf } from './drafts'

describe('drafts', () => {
  it('of screens lead to their screens, others to the form of their act', () => {
    expect(pathOf('rewording', '2021.659')).toBe('/indicators?tab=reword')
    expect(pathOf('self_check_page', 'C03')).toBe('/self-check/C03')
    expect(pathOf('correct_finding', 'finding=7')).toBeNull()
    expect([actOf('rewording'), actOf('correct_finding')]).toEqual(['consolidate_indicators', 'correct_finding'])
  })
  it('say what their form was given, numbers as numbers', () => {
    expect(givenOf('finding=698&unit=C03')).toEqual({ finding: 698, unit: 'C03' })
    expect(givenOf('')).toEqual({})
  })
})
