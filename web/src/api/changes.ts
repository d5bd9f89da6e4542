/// What others do, told as it happens: the number of the last event. A broken connection is taken up where it ended.

export interface Changes {
  close(): void
}

const WAIT_MS_MIN = 1000
const WAIT_MS_MAX = 30000

export function followChanges(onSeq: (seq: number) => void, onState: (isLive: boolean) => void): Changes {
  let last = 0
  let wait_ms = WAIT_MS_MIN
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    source = new EventSource(last ? `/api/v1/changes?after=${last}` : '/api/v1/changes')
    source.onopen = () => {
      wait_ms = WAIT_MS_MIN
      onState(true)
    }
    source.addEventListener('changed', (event) => {
      const seq = Number((JSON.parse((event as MessageEvent<string>).data) as { seq: number }).seq)
      if (seq > last) {
        last = seq
        onSeq(seq)
      }
    })
    source.onerror = () => {
      onState(false)
      source?.close()
      timer = setTimeout(open, wait_ms)
      wait_ms = Math.min(wait_ms * 2, WAIT_MS_MAX)
    }
  }
  open()
  return {
    close(): void {
      clearTimeout(timer)
      source?.close()
    }
  }
}
