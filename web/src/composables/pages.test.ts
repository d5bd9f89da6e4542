import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { ApiProblem } from '@/api/problem'
import { usePages, WAIT_MS, type Page, type Pages } from './pages'

const PAGE = 2
const ALL = ['a1', 'b1', 'a2', 'b2', 'a3']
let scope: EffectScope
const text = ref('')
const ask = vi.fn<(text: string, cursor: string | undefined) => Promise<Page<string>>>()

/// As the server does: the filter goes over everything, and paging goes on under it.
const server = (wanted: string, cursor: string | undefined): Promise<Page<string>> => {
  const found = ALL.filter((one) => one.includes(wanted))
  const from = Number(cursor ?? 0)
  return Promise.resolve({ items: found.slice(from, from + PAGE), next: from + PAGE < found.length ? String(from + PAGE) : null })
}

function open(): Pages<string> {
  return scope.run(() => usePages(() => text.value, ask)) as Pages<string>
}

async function type(letters: string): Promise<void> {
  text.value = letters
  await nextTick()
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.useFakeTimers()
  scope = effectScope()
  text.value = ''
  ask.mockReset().mockImplementation(server)
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a list that the server filters', () => {
  it('goes on page by page to its end', async () => {
    const pages = open()
    await vi.runAllTimersAsync()
    expect(pages.rows.value).toEqual(['a1', 'b1'])
    await pages.more()
    await pages.more()
    expect(pages.rows.value).toEqual(ALL)
    expect(pages.hasMore.value).toBe(false)
  })
  it('is asked for once one has stopped typing, and goes on under the filter', async () => {
    const pages = open()
    await vi.runAllTimersAsync()
    await type('a')
    await vi.advanceTimersByTimeAsync(WAIT_MS / 2)
    await type('b')
    expect(pages.isStale.value).toBe(true)
    await type('a')
    await vi.runAllTimersAsync()
    expect(ask.mock.calls).toEqual([['', undefined], ['a', undefined]])
    expect(pages.rows.value).toEqual(['a1', 'a2'])
    await pages.more()
    expect(ask).toHaveBeenLastCalledWith('a', '2')
    expect(pages.rows.value).toEqual(['a1', 'a2', 'a3'])
  })
  it('takes nothing from a page of what was wanted before', async () => {
    const pages = open()
    await vi.runAllTimersAsync()
    let late: (page: Page<string>) => void = () => undefined
    ask.mockImplementationOnce(() => new Promise((resolve) => { late = resolve }))
    const going = pages.more()
    await type('b')
    await vi.runAllTimersAsync()
    late({ items: ['a2', 'b2'], next: null })
    await going
    expect(pages.rows.value).toEqual(['b1', 'b2'])
  })
  it('says what was refused, and begins again when asked', async () => {
    ask.mockRejectedValueOnce(new ApiProblem(503, 'unavailable', '', []))
    const pages = open()
    await vi.runAllTimersAsync()
    expect(pages.problem.value?.code).toBe('unavailable')
    await pages.more()
    expect([pages.problem.value, pages.rows.value]).toEqual([null, ['a1', 'b1']])
  })
})
