import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/i18n'

const GET = vi.hoisted(() => vi.fn())
const POST = vi.hoisted(() => vi.fn())
vi.mock('@/api/client', async (original) => ({ ...(await original<typeof import('@/api/client')>()), api: { GET, POST } }))
vi.mock('@/api/offered', () => ({ offered: () => '/api/v1/backups' }))

import Backup from './Backup.vue'

const ok = (data: unknown) => Promise.resolve({ data, response: { ok: true, status: 200 } })
const made = { id: 'heng-2.backup', size_bytes: 3 * 1024 * 1024, made_at: '2021-07-15T01:00:00Z', head: { seq: 12, hash: 'abc' } }

async function open(items: unknown[]) {
  GET.mockImplementation(() => ok({ items }))
  const screen = mount(Backup, { global: { plugins: [i18n], stubs: { teleport: true } } })
  await flushPromises()
  return screen
}

async function backUp(screen: Awaited<ReturnType<typeof open>>): Promise<void> {
  await screen.find('[data-test=backup-now]').trigger('click')
  await flushPromises()
  await screen.find('[data-test=backup-go]').trigger('click')
  await flushPromises()
}

beforeEach(() => {
  setActivePinia(createPinia())
  GET.mockReset()
  POST.mockReset()
})

describe('a backup', () => {
  it('is made only after one has confirmed it, and then stands in the list', async () => {
    const screen = await open([])
    expect(screen.text()).toContain('备份目录中还没有备份')
    await screen.find('[data-test=backup-now]').trigger('click')
    expect(POST).not.toHaveBeenCalled()
    POST.mockImplementation(() => ok(made))
    GET.mockImplementation(() => ok({ items: [made] }))
    await screen.find('[data-test=backup-go]').trigger('click')
    await flushPromises()
    expect(screen.find('.outcome').text()).toContain('heng-2.backup（3.0 MB）')
    expect(screen.findAll('tbody td').map((one) => one.text())).toContain('heng-2.backup')
  })
  it('says that it runs, and why it failed', async () => {
    const screen = await open([])
    let refuse: (answer: unknown) => void = () => undefined
    POST.mockImplementation(() => new Promise((resolve) => { refuse = resolve }))
    await backUp(screen)
    expect(screen.find('[role=status]').text()).toContain('正在备份')
    const reason = { code: 'internal_error', message: { zh: '服务器出错，事件编号 7f3a', en: '' }, remedy: { zh: '请告诉系统管理员', en: '' } }
    refuse({ error: { type: '', title: '', status: 500, code: 'internal_error', errors: [reason] }, response: { ok: false, status: 500 } })
    await flushPromises()
    expect(screen.find('[role=alert]').text()).toContain('事件编号 7f3a')
  })
})
