/// Days as people type them, and as the server wants them: 2021-06-30.

const WRITTEN = [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/]

/// The day that a text means, or null where it means none (2021-02-30 does not).
export function dayOf(text: string): string | null {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－—–]/g, '-')
    .replace(/\s/g, '')
  for (const form of WRITTEN) {
    const found = form.exec(plain)
    if (!found) continue
    const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
    const date = new Date(Date.UTC(year, month - 1, day))
    if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
    return date.toISOString().slice(0, 10)
  }
  return null
}
