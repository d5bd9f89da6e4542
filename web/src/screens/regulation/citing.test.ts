import { describe, expect, it } from 'vitest'
import type { Scheme } from '@/api/types'
import { articleOf, citedBy } from './citing'

describe('what cites an article', () => {
  it('is found by the number of the article, not by its beginning', () => {
    const scheme = {
      conventions: [{ text: 'a', cites: 'A1.1 A16.3' }, { text: 'b', cites: 'A11.6' }, { text: 'c', cites: 'convention' }], terms: [], bars: [], consequences: [],
      bodies: [{ id: '市考核办', duties: [{ text: 'd', cites: 'A16.1' }] }]
    } as unknown as Scheme
    expect(citedBy(scheme, [], 16).map((one) => one.text)).toEqual(['a', '市考核办：d'])
    expect(citedBy(scheme, [], 1).map((one) => one.text)).toEqual(['a'])
    expect(articleOf('SEC-3')).toBeNull()
  })
})
