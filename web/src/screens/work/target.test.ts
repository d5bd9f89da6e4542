import { describe, expect, it } from 'vitest'
import type { Act, WorkItem } from '@/api/types'
import { bundle, givenBy, screenOf } from './target'

const item = (over: Partial<WorkItem>): WorkItem => ({
  id: 'x', duty: 'file_explanation', name: '', cites: '', acts: ['file_explanation'], year: 2021, record: null, unit: null, domain: null,
  quarter: null, task: null, until: null, urgency: 'later', is_right: false, ...over
})

describe('work items', () => {
  it('come with the most urgent first, rights last', () => {
    const order = bundle([
      item({ id: 'a', duty: 'a', until: '2021-08-01' }),
      item({ id: 'b', duty: 'b', until: '2021-09-01', urgency: 'overdue' }),
      item({ id: 'c', duty: 'c', until: '2021-07-01', is_right: true, urgency: 'overdue' }),
      item({ id: 'd', duty: 'd', until: '2021-07-20', urgency: 'near' })
    ]).map((one) => one.duty)
    expect(order).toEqual(['b', 'd', 'a', 'c'])
  })

  it('of one duty and day are one line', () => {
    const lines = bundle([item({ id: '1', unit: 'D01' }), item({ id: '2', unit: 'D02' }), item({ id: '3', until: '2021-01-01' })])
    expect(lines.map((line) => line.items.length).sort()).toEqual([1, 2])
  })

  it('tell the act what they know', () => {
    const act = {
      fields: [
        { name: 'year', kind: 'whole' }, { name: 'matter', kind: 'record' }, { name: 'quarter', kind: 'choice' }, { name: 'text', kind: 'text' }
      ]
    } as unknown as Act
    expect(givenBy(item({ record: 12, quarter: 2 }), act)).toEqual({ year: 2021, matter: 12, quarter: '2' })
  })

  it('lead to the screen made for them', () => {
    expect(screenOf(item({ acts: ['rectify_matter'], record: 5 }))).toBe('/matters/5')
    expect(screenOf(item({}))).toBeNull()
  })
})
