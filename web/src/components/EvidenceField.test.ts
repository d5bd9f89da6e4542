import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WAIT_MS } from '@/composables/pages'
import { i18n } from '@/i18n'
import type { Me } from '@/api/types'
import { usePlace } from '@/stores/place'
import { useSession } from '@/stores/session'

const GET = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { GET } }))
vi.mock('@/api/offered', () => ({ offered: () => '/api/v1/years/{year}/evidence' }))

import EvidenceField from './EvidenceField.vue'
import EvidencePicker from './EvidencePicker.vue'

const use = (finding: number, unit_name: string) => ({ finding, unit: `D${finding}`, unit_name, branch: 'D1.1', clause: '未制定计划的，扣2分', occurred_on: '2021-05-06', note: '专项检查通报' })
const notice = { id: 'a'.repeat(64), uses: [use(1, '市财政局'), use(2, '市审计局'), use(3, '市司法局'), use(4, '市民政局')] }
const ok = (data: unknown) => Promise.resolve({ data, response: { ok: true, status: 200 } })

beforeEach(() => {
  setActivePinia(createPinia())
  usePlace().year = 2021
  useSession().me = { views: [{ id: 'findings' }], acts: [] } as unknown as Me
  GET.mockReset().mockImplementation(() => ok({ items: [notice], next: null }))
})

describe('evidence that is there already', () => {
  it('is found by words, whichever unit it was for, and says what it proves', async () => {
    vi.useFakeTimers()
    const picker = mount(EvidencePicker, { props: { year: 2021, picked: [] }, global: { plugins: [i18n] } })
    await flushPromises()
    expect(picker.findAll('strong').map((one) => one.text())).toEqual(['市财政局', '市审计局', '市司法局'])
    expect(picker.text()).toContain('共 4 条扣分记录使用此文件')
    expect(picker.find('a').attributes('href')).toBe(`/api/v1/evidence/${notice.id}`)
    await picker.find('input[data-test=evidence-search], [data-test=evidence-search] input').setValue('通报')
    await vi.advanceTimersByTimeAsync(WAIT_MS)
    expect(GET).toHaveBeenLastCalledWith(expect.any(String), { params: { path: { year: 2021 }, query: expect.objectContaining({ text: '通报' }) } })
    vi.useRealTimers()
    await picker.find('input[type=checkbox]').trigger('change')
    expect(picker.emitted('toggle')).toEqual([[notice.id, '市财政局 专项检查通报']])
  })
  it('stands among the files of the field under what it proves', async () => {
    const field = mount(EvidenceField, { props: { modelValue: [], label: '佐证' }, global: { plugins: [i18n], stubs: { teleport: true } } })
    await field.find('[data-test=evidence-existing]').trigger('click')
    await vi.waitFor(() => expect(field.findComponent(EvidencePicker).exists()).toBe(true))
    field.findComponent(EvidencePicker).vm.$emit('toggle', notice.id, '市财政局 专项检查通报')
    expect(field.emitted('update:modelValue')).toEqual([[[notice.id]]])
    await field.setProps({ modelValue: [notice.id] })
    expect(field.find('.zone > ul').text()).toContain('市财政局 专项检查通报')
  })
})
