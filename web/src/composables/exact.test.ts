import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import { compareCells, compareDecimals, isZero } from './order'
import { matches } from './search'

describe('decimals as text', () => {
  it('are ordered by value', () => {
    const order = ['10', '9.5', '-1', '9.50', '0', '-1.2', '9.49'].sort(compareDecimals)
    expect(order).toEqual(['-1.2', '-1', '0', '9.49', '9.5', '9.50', '10'])
  })
  it('keep differences that a float would lose', () => {
    expect(compareDecimals('900719925474.0993', '900719925474.0992')).toBeGreaterThan(0)
  })
  it('know nothing lost', () => {
    expect([isZero('0'), isZero('0.00'), isZero(null), isZero('0.1'), isZero('10')]).toEqual([true, true, true, false, false])
  })
})

describe('cells', () => {
  it('sort numbers by value and names by the language', () => {
    expect(['12', '9'].sort(compareCells)).toEqual(['9', '12'])
    expect(['D10', 'D9'].sort(compareCells)).toEqual(['D9', 'D10'])
  })
  it('cannot become formulas', () => {
    expect(csvOf(['a'], [['=1+1'], ['-3.5'], ['-x'], ['x,"y"']])).toBe("\uFEFFa\r\n'=1+1\r\n-3.5\r\n'-x\r\n\"x,\"\"y\"\"\"\r\n")
  })
})

describe('search in words', () => {
  it('wants every word, in any width', () => {
    expect(matches('未制定年度学习计划,扣1分', '学习 扣１分')).toBe(true)
    expect(matches('未制定年度学习计划', '学习 整改')).toBe(false)
  })
})
