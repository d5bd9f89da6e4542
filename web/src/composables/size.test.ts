import { describe, expect, it } from 'vitest'
import { sizeText } from './size'

describe('the size of a file', () => {
  it('is said in the largest unit that it fills', () => {
    expect([0, 1023, 1024, 1536, 150 * 1024, 3.26 * 1024 ** 2, 2 * 1024 ** 4, 5000 * 1024 ** 4].map(sizeText)).toEqual([
      '0 B', '1023 B', '1.0 KB', '1.5 KB', '150 KB', '3.3 MB', '2.0 TB', '5000 TB'
    ])
  })
})
