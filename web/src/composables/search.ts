/// Search in words: every word typed must occur; full-width and half-width are one.
export function fold(text: string): string {
  return text
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .toLowerCase()
}

export function matches(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query).split(/[\s,，、。;；]+/).filter(Boolean).every((word) => folded.includes(word))
}
