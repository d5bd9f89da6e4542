/// What someone types, kept on his computer until it was handed in: a closed tab or an ended session loses nothing.
const PREFIX = 'heng.draft.'

export interface Draft<T> {
  load(): T | null
  save(value: T): void
  drop(): void
}

export function draftOf<T>(account: string, act: string, record: string): Draft<T> {
  const key = `${PREFIX}${account}.${act}.${record}`
  return {
    load(): T | null {
      const text = localStorage.getItem(key)
      if (text === null) return null
      try {
        return JSON.parse(text) as T
      } catch {
        localStorage.removeItem(key)
        return null
      }
    },
    save(value: T): void {
      try {
        localStorage.setItem(key, JSON.stringify(value))
      } catch {
        // The browser's store is full or closed to us: the form still works, it only is not kept.
      }
    },
    drop(): void {
      localStorage.removeItem(key)
    }
  }
}

/// The drafts of an account, as act and record.
export function draftsOf(account: string): { act: string; record: string }[] {
  const out: { act: string; record: string }[] = []
  const start = `${PREFIX}${account}.`
  for (let i = 0; i < localStorage.length; i++) {
    const key = localStorage.key(i) ?? ''
    if (!key.startsWith(start)) continue
    const rest = key.slice(start.length)
    const dot = rest.indexOf('.')
    out.push({ act: rest.slice(0, dot), record: rest.slice(dot + 1) })
  }
  return out
}
