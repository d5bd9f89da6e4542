import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'
import { usePlace } from '@/stores/place'

const GET = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { GET } }))

import CheckReport from './CheckReport.vue'

const issue = (code: string, severity: string, place?: string, line?: number) => ({ code, severity, place, line, message: { zh: `${code}有误`, en: '' }, remedy: { zh: '请核对', en: '' } })

async function open(issues: unknown[]) {
  GET.mockImplementation(() => Promise.resolve({ data: { id: 7, issues }, response: { ok: true, status: 200 } }))
  const screen = mount(CheckReport, { props: { record: 7 }, global: { plugins: [i18n] } })
  await flushPromises()
  return screen
}

beforeEach(() => {
  setActivePinia(createPinia())
  usePlace().year = 2021
  GET.mockReset()
})

describe('the check report of a draft', () => {
  it('counts errors and warnings and groups them by code, errors first and open', async () => {
    const screen = await open([issue('doubt', 'warning', '(一)1'), issue('sum', 'error', undefined, 12), issue('doubt', 'warning', '(一)2')])
    expect(GET).toHaveBeenCalledWith('/api/v1/years/{year}/drafts/{record}/check', { params: { path: { year: 2021, record: 7 } } })
    expect(screen.find('[role=status]').text()).toBe('错误 1 处，存疑 2 处')
    expect(screen.findAll('summary').map((one) => one.text())).toEqual(['■错误 1 处 sum有误 sum', '▲存疑 2 处 如：doubt有误 doubt'])
    expect(screen.findAll('details').map((one) => one.attributes('open') !== undefined)).toEqual([true, false])
    expect(screen.findAll('tbody tr').map((row) => row.findAll('td')[1]?.text())).toEqual(['第 12 行', '(一)1', '(一)2'])
    expect(screen.find('tbody tr').text()).toContain('请核对')
  })
  it('says so where there is nothing', async () => {
    const screen = await open([])
    expect(screen.find('[role=status]').text()).toBe('未发现问题')
    expect(screen.find('details').exists()).toBe(false)
  })
})
