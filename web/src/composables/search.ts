/// Search in words: every word typed must occur; full-width and half-width are one.
export function fold(text: string): string {
  return text
    .replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .toLowerCase()
}

function wordsOf(query: string): string[] {
  return fold(query).split(/[\s,，、。;；]+/).filter(Boolean)
}

export function matches(text: string, query: string): boolean {
  const folded = fold(text)
  return wordsOf(query).every((word) => folded.includes(word))
}

/// A search over many rows: each row's text is made and folded once, however often is searched.
export function searchOf<Row extends object>(textOf: (row: Row) => string): (rows: Row[], query: string) => Row[] {
  const folded = new WeakMap<Row, string>()
  const known = (row: Row): string => {
    const found = folded.get(row)
    if (found !== undefined) return found
    const made = fold(textOf(row))
    folded.set(row, made)
    return made
  }
  return (rows, query) => {
    const words = wordsOf(query)
    return words.length === 0 ? rows : rows.filter((row) => words.every((word) => known(row).includes(word)))
  }
}
