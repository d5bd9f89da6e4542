/// Instants of the server are UTC; people read the time of their own clock.
export function instantText(instant: string | null | undefined): string {
  if (!instant) return '—'
  const at = new Date(instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
