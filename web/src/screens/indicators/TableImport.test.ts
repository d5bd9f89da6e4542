import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import { usePlace } from '@/stores/place'

const GET = vi.hoisted(() => vi.fn())
const POST = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { GET, POST } }))

import TableImport from './TableImport.vue'

const ok = (data: unknown) => Promise.resolve({ data, response: { ok: true, status: 200 } })
const issue = (severity: string, place: string) => ({ code: 'x', severity, place, message: { zh: `${place}分值读不出`, en: '' }, remedy: { zh: '请填写分值', en: '' } })
const table = (issues: unknown[], files: unknown) => ({ domain: 'counties', title: '指标表', categories: [], issues, files })

async function open(answer: unknown) {
  GET.mockImplementation(() => ok({ items: [{ id: 7, stage: 'consolidated', is_current: true, note: '', edition: null }], next: null }))
  POST.mockImplementation(() => ok(answer))
  const screen = mount(TableImport, { global: { plugins: [i18n] } })
  await flushPromises()
  const input = screen.find('[data-test=import-file]')
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], '指标.xlsx')] })
  await input.trigger('change')
  await flushPromises()
  return screen
}

beforeEach(() => {
  setActivePinia(createPinia())
  usePlace().year = 2021
  GET.mockReset()
  POST.mockReset()
})

describe('a table read from a file', () => {
  it('is sent as it is, under its name', async () => {
    await open(table([], {}))
    expect(POST).toHaveBeenCalledWith('/api/v1/years/{year}/drafts/{record}/table', expect.objectContaining({
      params: { path: { year: 2021, record: 7 }, query: { domain: '', name: '指标.xlsx', table: 1 } }
    }))
  })
  it('is read anew where another table of the file is wanted; what is no number is the first', async () => {
    const screen = await open(table([], {}))
    const input = screen.find('[data-test=import-table]')
    for (const [typed, sent] of [['2', 2], ['', 1], ['-3', 1], ['1.5', 1]] as const) {
      await input.setValue(typed)
      await input.trigger('change')
      await flushPromises()
      expect(POST).toHaveBeenLastCalledWith(expect.any(String), expect.objectContaining({ params: { path: { year: 2021, record: 7 }, query: { domain: '', name: '指标.xlsx', table: sent } } }))
      expect((input.element as HTMLInputElement).value).toBe(String(sent))
    }
  })
  it('tells errors first, each with its cell, and then offers nothing to take over', async () => {
    const screen = await open(table([issue('warning', 'Sheet1!C9'), issue('error', 'Sheet1!C7')], null))
    expect(screen.findAll('tbody tr').map((row) => row.findAll('td')[1]?.text())).toEqual(['Sheet1!C7', 'Sheet1!C9'])
    expect(screen.find('[data-test=import-compare]').exists()).toBe(false)
  })
  it('names the file that a line is in, beside what stands there', async () => {
    const screen = await open(table([{ ...issue('warning', '（一）1'), line: 12 }, { ...issue('warning', ''), place: undefined, line: 13 }], {}))
    const places = screen.findAll('tbody tr').map((row) => row.findAll('td')[1]?.findAll('span').map((one) => one.text()))
    expect(places).toEqual([['（一）1', '指标.xlsx 第 12 行'], ['指标.xlsx 第 13 行']])
  })
  it('with doubts alone can be compared with the draft', async () => {
    const screen = await open(table([issue('warning', 'Sheet1!C9')], { 'scheme.yaml': {} }))
    expect(screen.find('[data-test=import-compare]').exists()).toBe(true)
  })
})
