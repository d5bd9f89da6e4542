import { describe, expect, it } from 'vitest'
import { daysIn } from './days'

describe('days as an office lists them', () => {
  it('are taken however they are written and separated, each once, in their order', () => {
    expect(daysIn('2022-02-01、2022年1月31日\n20220204，2022-02-01').days).toEqual(['2022-01-31', '2022-02-01', '2022-02-04'])
  })
  it('name what is no day', () => {
    expect(daysIn('2022-02-30\n春节、2022-02-01')).toEqual({ days: ['2022-02-01'], wrong: ['2022-02-30', '春节'] })
    expect(daysIn(' \n、')).toEqual({ days: [], wrong: [] })
  })
})
