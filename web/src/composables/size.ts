/// Sizes of files as people say them: 999 B, 1.5 MB.
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB']
const STEP = 1024
const SHORT_FROM = 100

export function sizeText(bytes: number): string {
  let left = bytes
  let unit = 0
  for (; left >= STEP && unit + 1 < UNITS.length; unit++) left /= STEP
  const isShort = unit === 0 || left >= SHORT_FROM
  return `${isShort ? Math.round(left) : left.toFixed(1)} ${UNITS[unit] ?? ''}`
}
