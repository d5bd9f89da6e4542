import { describe, expect, it } from 'vitest'
import { segmentsOf, stillThere } from './segments'

const text = '未制定计划,酌情扣分;每1起扣0.5分。'

describe('doubts in place', () => {
  it('cut the text without losing any of it', () => {
    const parts = segmentsOf(text, [{ start: 6, end: 10 }])
    expect(parts.map((one) => one.text).join('')).toBe(text)
    expect(parts.filter((one) => one.isDoubted).map((one) => one.text)).toEqual(['酌情扣分'])
  })
  it('may overlap, touch, lie outside, or be none', () => {
    expect(segmentsOf(text, [{ start: 0, end: 4 }, { start: 2, end: 6 }]).map((one) => one.isDoubted)).toEqual([true, false])
    expect(segmentsOf(text, [{ start: 15, end: 99 }]).map((one) => one.text).join('')).toBe(text)
    expect(segmentsOf(text, [])).toEqual([{ text, isDoubted: false }])
    expect(segmentsOf('', [])).toEqual([])
  })
  it('counts what lies outside the basic plane as two, as the server does', () => {
    const wide = '𠮷扣分'
    expect(segmentsOf(wide, [{ start: 2, end: 4 }])[1]).toEqual({ text: '扣分', isDoubted: true })
  })
  it('stays with its words while others are typed before or behind them', () => {
    const doubts = [{ start: 6, end: 10 }]
    const before = stillThere(doubts, text, '县委' + text)[0]
    expect(('县委' + text).slice(before?.start, before?.end)).toBe('酌情扣分')
    expect(stillThere(doubts, text, text + '其他')).toEqual(doubts)
    expect(stillThere(doubts, text, text.replace('酌情', '一律'))).toEqual([])
  })
})
