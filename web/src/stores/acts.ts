/// What can be done, as the server describes it, and the act that is being filled in.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, take } from '@/api/client'
import type { Act, ActBody, ActId, Receipt } from '@/api/types'

export interface OpenAct {
  act: ActId
  /// What is known already: shown, and not asked again.
  given: ActBody
  /// What is likely: filled in, and asked all the same.
  suggested?: ActBody
  onDone?: (receipt: Receipt) => void
}

export const useActs = defineStore('acts', () => {
  const acts = ref<Act[]>([])
  const open = ref<OpenAct | null>(null)
  const byId = computed(() => new Map(acts.value.map((act) => [act.id as string, act])))

  async function load(): Promise<void> {
    if (acts.value.length === 0) acts.value = (await take(api.GET('/api/v1/acts'))).items
  }

  function start(act: ActId, given: ActBody, onDone?: (receipt: Receipt) => void, suggested?: ActBody): void {
    open.value = { act, given, suggested, onDone }
  }

  function close(): void {
    open.value = null
  }

  return { acts, open, byId, load, start, close }
})
