/// Order of table cells: exact decimals by value without turning them into floats, everything else by the language.

/// Made once: making it costs more than comparing.
const BY_LANGUAGE = new Intl.Collator('zh-CN', { numeric: true })
const DECIMAL = /^-?[0-9]+(\.[0-9]+)?$/

export function compareDecimals(a: string, b: string): number {
  const is_negative_a = a.startsWith('-')
  const is_negative_b = b.startsWith('-')
  if (is_negative_a !== is_negative_b) return is_negative_a ? -1 : 1
  const sign = is_negative_a ? -1 : 1
  const [whole_a = '', part_a = ''] = a.replace('-', '').split('.')
  const [whole_b = '', part_b = ''] = b.replace('-', '').split('.')
  const x = whole_a.replace(/^0+/, '')
  const y = whole_b.replace(/^0+/, '')
  if (x.length !== y.length) return sign * (x.length - y.length)
  if (x !== y) return sign * (x < y ? -1 : 1)
  const places = Math.max(part_a.length, part_b.length)
  const p = part_a.padEnd(places, '0')
  const q = part_b.padEnd(places, '0')
  return p === q ? 0 : sign * (p < q ? -1 : 1)
}

export function isZero(text: string | null | undefined): boolean {
  return !text || /^-?0*(\.0*)?$/.test(text)
}

export function compareCells(a: string, b: string): number {
  if (DECIMAL.test(a) && DECIMAL.test(b)) return compareDecimals(a, b)
  return BY_LANGUAGE.compare(a, b)
}
