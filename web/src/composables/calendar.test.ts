import { describe, expect, it } from 'vitest'
import { dayAfter, weekdayOf, weeksOf } from './calendar'

describe('the weeks of a month', () => {
  it('begins on Mondays and holds every day of the month', () => {
    const june = weeksOf(2021, 5)
    expect(june[0]?.[0]).toBe('2021-05-31')
    expect(june.flat().filter((day) => day.startsWith('2021-06'))).toHaveLength(30)
  })
  it('ends with a month that fills its last week', () => {
    expect(weeksOf(2021, 1)).toHaveLength(4)
    expect(weeksOf(2021, 1).flat().pop()).toBe('2021-02-28')
    expect(weeksOf(2021, 11).flat().pop()).toBe('2022-01-02')
  })
  it('counts its days from Monday to Sunday', () => {
    expect(['2021-06-28', '2021-07-03', '2021-07-04'].map(weekdayOf)).toEqual([1, 6, 7])
  })
  it('counts days over the ends of months', () => {
    expect(dayAfter('2021-12-31', 1)).toBe('2022-01-01')
    expect(dayAfter('2021-03-01', -1)).toBe('2021-02-28')
  })
})
