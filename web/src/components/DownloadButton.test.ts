import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problemOf } from '@/api/problem'
import { i18n } from '@/i18n'

const download = vi.hoisted(() => vi.fn())
const saveBlob = vi.hoisted(() => vi.fn())
vi.mock('@/api/download', () => ({ download }))
vi.mock('@/composables/csv', () => ({ saveBlob }))

import DownloadButton from './DownloadButton.vue'

const open = () => mount(DownloadButton, { props: { address: '/api/v1/x.pdf', name: 'x.pdf', label: '下载 PDF' }, global: { plugins: [i18n] } })

beforeEach(() => {
  download.mockReset()
  saveBlob.mockReset()
})

describe('a download', () => {
  it('tells how far it is and saves the file under the name that the server gives', async () => {
    let tell: (share: number | null) => void = () => undefined
    let arrive: (file: unknown) => void = () => undefined
    download.mockImplementation((_address, _name, onProgress) => {
      tell = onProgress
      return { file: new Promise((resolve) => { arrive = resolve }), stop: vi.fn() }
    })
    const button = open()
    await button.find('[data-test=download]').trigger('click')
    tell(0.426)
    await flushPromises()
    expect(button.text()).toContain('42%')
    arrive({ content: new Blob(['x']), name: '通报第1号.pdf' })
    await flushPromises()
    expect(saveBlob).toHaveBeenCalledWith('通报第1号.pdf', expect.anything())
    expect(button.text()).toBe('下载 PDF')
  })
  it('says why the file does not come, and tries again when asked', async () => {
    const refusal = problemOf(404, { type: '', title: '', status: 404, code: 'record_unknown', errors: [{ code: 'record_unknown', message: { zh: '没有该文件', en: '' }, remedy: { zh: '请核对', en: '' } }] })
    download.mockReturnValue({ file: Promise.reject(refusal), stop: vi.fn() })
    const button = open()
    await button.find('[data-test=download]').trigger('click')
    await flushPromises()
    expect(button.find('[role=alert]').text()).toContain('没有该文件')
    await button.find('.problem button').trigger('click')
    expect(download).toHaveBeenCalledTimes(2)
    expect(saveBlob).not.toHaveBeenCalled()
  })
  it('is stopped without being a failure', async () => {
    let stopped: (error: unknown) => void = () => undefined
    const stop = vi.fn(() => stopped(new DOMException('', 'AbortError')))
    download.mockReturnValue({ file: new Promise((_resolve, reject) => { stopped = reject }), stop })
    const button = open()
    await button.find('[data-test=download]').trigger('click')
    await button.find('[data-test=download-stop]').trigger('click')
    await flushPromises()
    expect(stop).toHaveBeenCalled()
    expect(button.find('[role=alert]').exists()).toBe(false)
  })
})
