import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Me, Scheme } from '@/api/types'
import { i18n } from '@/i18n'
import { usePlace } from '@/stores/place'
import { useRegister } from '@/stores/register'
import { useSession } from '@/stores/session'

const GET = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { GET } }))

import HeatMap from './HeatMap.vue'

const ok = (data: unknown) => Promise.resolve({ data, response: { ok: true, status: 200 } })
const quarter = (n: number, closes_on: string) => ({ id: `departments/${n}`, quarter: n, opened_on: '', closes_on, domain: 'departments', domain_name: '市直部门' })
const map = {
  id: 'departments', year: 2021, quarter: null, domain: 'departments', domain_name: '市直部门', tasks: [{ id: '（一）', name: '政治建设', points: '10' }],
  rows: [{ id: 'D13', unit: 'D13', unit_name: '市财政局', lost: '2', cells: [{ task: '（一）', lost: '2', findings: 1 }] }]
}

async function open(query: string) {
  GET.mockImplementation((path: string) => ok(path.endsWith('/quarters') ? { items: [quarter(1, '2021-04-15'), quarter(2, '2021-07-14'), quarter(3, '2021-10-20')], next: null } : map))
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:all(.*)', component: { template: '<i />' } }] })
  await router.push(`/monitoring${query}`)
  const screen = mount(HeatMap, { global: { plugins: [i18n, router] } })
  await flushPromises()
  return { screen, router }
}

/// What the map was last asked for.
const asked = () => GET.mock.calls.filter(([path]) => String(path).endsWith('/heat-map')).at(-1)?.[1].params.query

beforeEach(() => {
  setActivePinia(createPinia())
  usePlace().year = 2021
  useSession().me = { as: 'office', of: '市考核办', today: '2021-07-15', views: [], acts: [] } as unknown as Me
  useRegister().scheme = { domains: [{ id: 'departments', name: '市直部门', categories: [] }] } as unknown as Scheme
  GET.mockReset()
})

describe('where points are lost', () => {
  it('is asked for the year, for a quarter alone, or up to the close of one', async () => {
    await open('')
    expect(asked()).toEqual({})
    await open('?heat=2')
    expect(asked()).toEqual({ quarter: 2 })
    await open('?heat=2&span=until')
    expect(asked()).toEqual({ at: '2021-07-14' })
  })
  it('is the year so far up to a quarter that has not closed yet', async () => {
    await open('?heat=3&span=until')
    expect(asked()).toEqual({})
  })
  it('leads from a cell to the findings that it counts', async () => {
    const { screen, router } = await open('?heat=2')
    await screen.find('td button').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe(`/findings?unit=D13&domain=departments&task=${encodeURIComponent('（一）')}&quarter=2`)
  })
})
