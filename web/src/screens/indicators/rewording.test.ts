import { describe, expect, it } from 'vitest'
import { bodyOf, withChange, type Reworded } from './rewording'

const of = (over: Partial<Reworded>): Reworded => ({ domain: 'counties', task: '(一)', clause: '1', text: '扣2分。', before: '扣1分。', ...over })

describe('clauses worded anew', () => {
  it('count once each, the last wording', () => {
    const all = withChange(withChange([], of({ text: '扣2分。' })), of({ text: '扣3分。' }))
    expect(all.map((one) => one.text)).toEqual(['扣3分。'])
  })
  it('are none where they read as before, or where a new one is left out again', () => {
    expect(withChange([of({})], of({ text: ' 扣1分。 ' }))).toEqual([])
    expect(withChange([of({ before: null })], of({ before: null, text: null }))).toEqual([])
  })
  it('are told apart by domain and task', () => {
    expect(withChange([of({})], of({ task: '(二)' }))).toHaveLength(2)
  })
  it('are sent without what only the page knows; one left out without text', () => {
    expect(bodyOf([of({}), of({ clause: '2', text: null })])).toEqual({
      clauses: [{ domain: 'counties', task: '(一)', clause: '1', text: '扣2分。' }, { domain: 'counties', task: '(一)', clause: '2' }]
    })
  })
})
