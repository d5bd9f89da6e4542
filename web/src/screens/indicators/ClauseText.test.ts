import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'

const POST = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { POST } }))
vi.mock('@/api/offered', () => ({ offered: () => '/api/v1/clause-readings' }))

import ClauseText from './ClauseText.vue'

const branch = (over = {}) => ({
  text: '扣2分', effect: 'deduct', basis: 'once', points: '2', points_max: null, percent_of_task: null, per: null, step: null, target: null, reference: null, level: null,
  cap: null, cap_shared: false, items: [], subjects: [], deadline: null, partial: 'down', ...over
})
const answer = (doubts: unknown[] = [], branches: unknown[] = [branch()]) => ({
  data: { clauses: [{ number: '', text: '', start: 0, end: 9, assessors: [], branches, doubts }] }, response: { ok: true, status: 200 }
})

function open(text: string) {
  return mount(ClauseText, {
    props: { modelValue: text, inputId: 'clause', label: '细则', 'onUpdate:modelValue': (now: string) => void editor.setProps({ modelValue: now }) },
    global: { plugins: [i18n] }
  })
}
let editor: ReturnType<typeof open>

async function wait(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await flushPromises()
}

beforeEach(() => {
  vi.useFakeTimers()
  POST.mockReset()
})
afterEach(() => vi.useRealTimers())

describe('a clause while it is written', () => {
  it('shows what is read from it and marks what is in doubt, in place', async () => {
    POST.mockResolvedValue(answer([{ code: 'amount_missing', message_zh: '没有分值', message_en: 'no amount', start: 6, end: 10 }]))
    editor = open('未制定计划,酌情扣分')
    await wait(0)
    expect(editor.find('mark').text()).toBe('酌情扣分')
    expect(editor.find('.branches').text()).toContain('2')
    expect(editor.find('[data-test=doubts]').text()).toContain('没有分值')
    expect(editor.find('.back').text()).toBe('未制定计划,酌情扣分')
  })
  it('asks once typing has paused, and shows only the answer to the last text', async () => {
    POST.mockResolvedValue(answer())
    editor = open('扣1分')
    await wait(0)
    let first: (given: unknown) => void = () => undefined
    POST.mockReturnValueOnce(new Promise((resolve) => { first = resolve })).mockResolvedValue(answer([], [branch({ points: '5' })]))
    await editor.find('textarea').setValue('扣3分')
    await wait(399)
    expect(POST).toHaveBeenCalledTimes(1)
    await wait(1)
    expect(POST).toHaveBeenCalledTimes(2)
    await editor.find('textarea').setValue('扣5分')
    await wait(400)
    first(answer([], [branch({ points: '3' })]))
    await wait(0)
    expect(editor.find('.branches strong').text()).toBe('5')
    expect(POST).toHaveBeenLastCalledWith('/api/v1/clause-readings', { body: { text: '扣5分' } })
  })
  it('keeps what is typed where the reading is refused, and says why', async () => {
    POST.mockResolvedValue({
      error: { type: '', title: '', status: 422, code: 'x', errors: [{ code: 'x', message: { zh: '文字过长', en: '' }, remedy: { zh: '', en: '' } }] }, response: { ok: false, status: 422 }
    })
    editor = open('扣1分')
    await wait(0)
    expect(editor.find('[role=alert]').text()).toBe('文字过长')
    expect((editor.find('textarea').element as HTMLTextAreaElement).value).toBe('扣1分')
  })
  it('chooses the doubted words in the text when the doubt is asked for', async () => {
    POST.mockResolvedValue(answer([{ code: 'amount_missing', message_zh: '没有分值', message_en: '', start: 6, end: 10 }]))
    editor = open('未制定计划,酌情扣分')
    await wait(0)
    await editor.find('[data-test=doubts] button').trigger('click')
    const area = editor.find('textarea').element as HTMLTextAreaElement
    expect([area.selectionStart, area.selectionEnd]).toEqual([6, 10])
  })
})
