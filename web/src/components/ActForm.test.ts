import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, unreachableProblem } from '@/api/problem'
import type { Act } from '@/api/types'
import { i18n } from '@/i18n'

const perform = vi.hoisted(() => vi.fn())
const rehearse = vi.hoisted(() => vi.fn())
vi.mock('@/api/acts', () => {
  let n = 0
  return { perform, rehearse, newKey: () => `key-${++n}` }
})
vi.mock('@/api/seen', () => ({ viewOf: () => null, tagOf: () => Promise.resolve(null) }))

import ActForm from './ActForm.vue'

const act = (over: Partial<Act> = {}): Act =>
  ({
    id: 'withdraw_finding', zh: '撤回扣分', en: 'Withdraw a finding', cites: 'A9.4', is_binding: false, capacities: ['assessor'], stages: ['in_force', 'year_end'],
    fields: [
      { name: 'year', kind: 'whole', required: true, zh: '年度', en: 'Year' },
      { name: 'finding', kind: 'record', required: true, zh: '扣分记录', en: 'Finding' },
      { name: 'reason', kind: 'text', required: true, zh: '理由', en: 'Reason' }
    ],
    ...over
  }) as Act

function open(one = act()) {
  return mount(ActForm, { props: { act: one, given: { year: 2021, finding: 7 } }, global: { plugins: [i18n] } })
}

async function write(form: ReturnType<typeof open>, text: string): Promise<void> {
  await form.find('textarea').setValue(text)
}

async function send(form: ReturnType<typeof open>): Promise<void> {
  await form.find('form').trigger('submit')
  await flushPromises()
}

beforeEach(() => {
  setActivePinia(createPinia())
  localStorage.clear()
  perform.mockReset()
  rehearse.mockReset()
})
afterEach(() => vi.restoreAllMocks())

describe('the form of an act', () => {
  it('sends nothing while a required field is empty, and says which', async () => {
    const form = open()
    await send(form)
    expect(perform).not.toHaveBeenCalled()
    expect(form.find('[data-field=reason] .error').exists()).toBe(true)
  })

  it('keeps its key while nobody answered, so that nothing is done twice', async () => {
    const form = open()
    await write(form, '重复')
    perform.mockRejectedValueOnce(unreachableProblem())
    await send(form)
    perform.mockResolvedValueOnce({ seq: 12, head: { seq: 12, hash: '' } })
    await send(form)
    expect(perform.mock.calls[1]?.[2]).toBe(perform.mock.calls[0]?.[2])
    expect(form.emitted('done')).toHaveLength(1)
  })

  it('takes another key once it was refused, and shows the reason beside its field', async () => {
    const form = open()
    await write(form, '重复')
    const reason = { code: 'x', place: 'reason', message: { zh: '理由太短', en: 'too short' }, remedy: { zh: '请写明', en: 'say more' } }
    perform.mockRejectedValueOnce(new ApiProblem(422, 'x', '理由太短', [reason]))
    await send(form)
    expect(form.find('[data-field=reason] .error').text()).toContain('理由太短')
    perform.mockResolvedValueOnce({ seq: 12, head: { seq: 12, hash: '' } })
    await send(form)
    expect(perform.mock.calls[1]?.[2]).not.toBe(perform.mock.calls[0]?.[2])
  })

  it('keeps what was typed, and forgets it once it is done', async () => {
    const form = open()
    await write(form, '写了一半')
    form.unmount()
    const again = open()
    expect(again.find('textarea').element.value).toBe('写了一半')
    perform.mockResolvedValueOnce({ seq: 12, head: { seq: 12, hash: '' } })
    await send(again)
    again.unmount()
    expect(open().find('textarea').element.value).toBe('')
  })

  it('shows what a binding act would write before it does it', async () => {
    const form = open(act({ is_binding: true }))
    await write(form, '理由')
    rehearse.mockResolvedValueOnce([{ act: 'withdraw_finding', body: { reason: '理由' } }])
    await send(form)
    expect(perform).not.toHaveBeenCalled()
    expect(form.find('.rehearsal').text()).toContain('理由')
    perform.mockResolvedValueOnce({ seq: 12, head: { seq: 12, hash: '' } })
    await send(form)
    expect(perform).toHaveBeenCalledTimes(1)
  })
})
