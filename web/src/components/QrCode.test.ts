import { mount } from '@vue/test-utils'
import { encode } from 'uqr'
import { describe, expect, it, vi } from 'vitest'
import QrCode from './QrCode.vue'

describe('the QR code of a ballot slip', () => {
  it('draws exactly the dark modules of the address', async () => {
    const text = 'http://10.0.0.1:8080/#/vote/demo-city/ABCD-EFGH'
    const code = mount(QrCode, { props: { text, label: '投票码' } })
    await vi.waitFor(() => expect(code.find('path').exists()).toBe(true))
    const dark = encode(text, { ecc: 'M', border: 4 }).data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x} ${y}`] : [])))
    const drawn = [...(code.find('path').attributes('d') ?? '').matchAll(/M(\d+ \d+)h1v1h-1z/g)].map((one) => one[1])
    expect(drawn).toEqual(dark)
    expect(code.find('svg').attributes('role')).toBe('img')
  })
})
