import { describe, expect, it } from 'vitest'
import { digestsOf, newCode, printed } from './codes'
import { sm3 } from './sm3'

describe('SM3', () => {
  it('gives the digests of the standard', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
  })
  it('knows the empty text', () => {
    expect(sm3('')).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b')
  })
})

describe('voting codes', () => {
  it('differ, and have no letters that look alike', () => {
    const codes = Array.from({ length: 500 }, newCode)
    expect(new Set(codes).size).toBe(500)
    expect(codes.every((code) => /^[a-hj-km-np-z2-9]{16}$/.test(code))).toBe(true)
  })
  it('are told in the order of their digests, not of the slips', () => {
    const codes = Array.from({ length: 20 }, newCode)
    expect(digestsOf(codes)).toEqual([...digestsOf([...codes].reverse())])
    expect(digestsOf(codes)).toEqual([...digestsOf(codes)].sort())
  })
  it('are printed in groups', () => {
    expect(printed('abcdefgh23456789')).toBe('ABCD-EFGH-2345-6789')
  })
})
