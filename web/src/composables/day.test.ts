import { describe, expect, it } from 'vitest'
import { dayOf } from './day'

describe('a day as people type it', () => {
  it.each(['2021-06-03', '2021-6-3', '2021/6/3', '2021.06.03', '20210603', '2021年6月3日', ' ２０２１-６-３ '])('reads %s', (text) => {
    expect(dayOf(text)).toBe('2021-06-03')
  })
  it.each(['', '2021-02-30', '2021-13-01', '03/06/2021', '6月3日', '2021-06', 'soon'])('reads no day in %s', (text) => {
    expect(dayOf(text)).toBeNull()
  })
})
