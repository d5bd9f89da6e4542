/// Sums of exact decimal text, for charts and their tables. Scores are never computed here: the server does that.
function parts(text: string): { units: bigint; places: number } {
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), places: fraction.length }
}

export function sum(texts: string[]): string {
  const all = texts.map(parts)
  const places = all.reduce((most, one) => Math.max(most, one.places), 0)
  const total = all.reduce((so_far, one) => so_far + one.units * 10n ** BigInt(places - one.places), 0n)
  if (places === 0) return total.toString()
  const sign = total < 0n ? '-' : ''
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return sign + digits.slice(0, -places) + (fraction ? `.${fraction}` : '')
}

/// For the geometry of a chart only: a pixel needs no exactness.
export function forDrawing(text: string | null | undefined): number {
  return text ? Number(text) : 0
}
