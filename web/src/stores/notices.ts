/// Notices to the person: the bell counts those not read.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, take } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Notice = Schemas['notice']

export const useNotices = defineStore('notices', () => {
  const items = ref<Notice[]>([])
  const unread = ref(0)

  async function load(): Promise<void> {
    const page = await take(api.GET('/api/v1/notices'))
    items.value = page.items
    unread.value = page.unread
  }

  async function markRead(ids: number[]): Promise<void> {
    if (ids.length === 0) return
    await take(api.POST('/api/v1/notices/read', { body: { ids } }))
    await load()
  }

  return { items, unread, load, markRead }
})
