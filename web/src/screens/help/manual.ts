/// The few forms of Markdown that the manual uses, as blocks.

export type Inline = { kind: 'text' | 'strong' | 'code'; text: string } | { kind: 'link'; text: string; chapter: string }
export type Block =
  | { kind: 'h1' | 'h2' | 'p'; inlines: Inline[] }
  | { kind: 'ul' | 'ol'; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)]+)\.md\)/g

export function inlines(text: string): Inline[] {
  const out: Inline[] = []
  let at = 0
  for (const found of text.matchAll(INLINE)) {
    if (found.index > at) out.push({ kind: 'text', text: text.slice(at, found.index) })
    if (found[1] !== undefined) out.push({ kind: 'strong', text: found[1] })
    else if (found[2] !== undefined) out.push({ kind: 'code', text: found[2] })
    else out.push({ kind: 'link', text: found[3] ?? '', chapter: found[4] ?? '' })
    at = found.index + found[0].length
  }
  if (at < text.length) out.push({ kind: 'text', text: text.slice(at) })
  return out
}

const cells = (line: string): Inline[][] => line.split('|').slice(1, -1).map((cell) => inlines(cell.trim()))

/// Pictures stay in the printed manual.
export function blocks(text: string): Block[] {
  const out: Block[] = []
  for (const part of text.split(/\n{2,}/)) {
    const lines = part.trim().split('\n')
    const first = lines[0] ?? ''
    if (!first || first.startsWith('![')) continue
    if (first.startsWith('# ')) out.push({ kind: 'h1', inlines: inlines(first.slice(2)) })
    else if (first.startsWith('## ')) out.push({ kind: 'h2', inlines: inlines(first.slice(3)) })
    else if (first.startsWith('|')) out.push({ kind: 'table', head: cells(first), rows: lines.slice(2).map(cells) })
    else if (first.startsWith('- ')) out.push({ kind: 'ul', items: lines.map((line) => inlines(line.slice(2))) })
    else if (/^1\. /.test(first)) out.push({ kind: 'ol', items: lines.map((line) => inlines(line.replace(/^\d+\. /, ''))) })
    else out.push({ kind: 'p', inlines: inlines(lines.join('')) })
  }
  return out
}
