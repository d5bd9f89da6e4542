import { mount } from '@vue/test-utils'
import { h, type Component } from 'vue'
import { expect, it } from 'vitest'
import { i18n } from '@/i18n'
import SomeOf from './SomeOf.vue'

it('draws of many rows those that were asked for, and all in the end', async () => {
  const all = Array.from({ length: 250 }, (_, i) => i)
  const shown = mount(SomeOf as unknown as Component, {
    props: { all, step: 100 },
    slots: { default: ({ some }: { some: number[] }) => some.map((one) => h('li', one)) },
    global: { plugins: [i18n], stubs: { 'el-button': { template: '<button><slot /></button>' }, ElButton: { template: '<button><slot /></button>' } } }
  })
  expect(shown.findAll('li')).toHaveLength(100)
  await shown.find('button').trigger('click')
  await shown.find('button').trigger('click')
  expect(shown.findAll('li')).toHaveLength(250)
  expect(shown.find('button').exists()).toBe(false)
})
