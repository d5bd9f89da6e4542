/// A text cut where doubts begin and end, so that they can be marked in place. Places count UTF-16 units, as JavaScript does.

export interface Place {
  start: number
  end: number
}
export interface Segment {
  text: string
  isDoubted: boolean
}

export function segmentsOf(text: string, doubts: Place[]): Segment[] {
  const cuts = new Set([0, text.length])
  for (const { start, end } of doubts) {
    cuts.add(Math.min(Math.max(start, 0), text.length))
    cuts.add(Math.min(Math.max(end, 0), text.length))
  }
  const at = [...cuts].sort((a, b) => a - b)
  const out: Segment[] = []
  for (let i = 0; i + 1 < at.length; i++) {
    const [start = 0, end = 0] = [at[i], at[i + 1]]
    const isDoubted = doubts.some((one) => one.start < end && one.end > start)
    const last = out[out.length - 1]
    if (last && last.isDoubted === isDoubted) last.text += text.slice(start, end)
    else out.push({ text: text.slice(start, end), isDoubted })
  }
  return out
}

/// Doubts about what has been typed over since the text was read are none any more; what stands behind it has moved.
export function stillThere<P extends Place>(doubts: P[], read: string, now: string): P[] {
  if (read === now) return doubts
  let before = 0
  while (before < read.length && before < now.length && read[before] === now[before]) before++
  let behind = 0
  while (behind < read.length - before && behind < now.length - before && read[read.length - 1 - behind] === now[now.length - 1 - behind]) behind++
  const moved = now.length - read.length
  return doubts.flatMap((one) => {
    if (one.end <= before) return [one]
    if (one.start >= read.length - behind) return [{ ...one, start: one.start + moved, end: one.end + moved }]
    return []
  })
}
