import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Field } from '@/api/types'
import { i18n } from '@/i18n'
import FieldInput from './FieldInput.vue'

const field = { name: 'rows', kind: 'rows', required: false, zh: '行', en: 'Rows', row: [{ name: 'text', kind: 'text', required: true, zh: '内容', en: 'Text' }] } as unknown as Field
const open = (n: number, errors = new Map<string, string>()) =>
  mount(FieldInput, {
    props: { act: 'publish_half_year_circular', field, modelValue: Array.from({ length: n }, (_, i) => ({ text: `第${i + 1}条` })), values: {}, inputId: 'act-rows', errors, place: 'rows' },
    global: { plugins: [i18n] }
  })

beforeEach(() => setActivePinia(createPinia()))

describe('a field of many rows', () => {
  it('draws all fields of a few rows', () => {
    expect(open(3).findAll('textarea')).toHaveLength(3)
  })
  it('draws of many only what is opened or wrong, and says the rest', async () => {
    const form = open(100, new Map([['rows/7/text', '请填写']]))
    expect(form.findAll('textarea')).toHaveLength(1)
    expect(form.find('[data-field="rows/7/text"]').exists()).toBe(true)
    expect(form.text()).toContain('第100条')
    await form.find('.row-box p button').trigger('click')
    expect(form.find('[data-field="rows/1/text"]').exists()).toBe(true)
  })
})
