/// The part of a screen that its address names, or the first.
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export function useTab<Key extends string>(keys: () => readonly Key[], param = 'tab'): WritableComputedRef<Key> {
  const route = useRoute()
  const router = useRouter()
  return computed<Key>({
    get: () => keys().find((key) => key === route.query[param]) ?? (keys()[0] as Key),
    set: (key) => void router.replace({ query: { ...route.query, [param]: key } })
  })
}
