/// What cites an article: conventions, terms, bars, consequences, duties, interpretations.
import type { Scheme, Schemas } from '@/api/types'

export interface Citing {
  kind: 'convention' | 'term' | 'bar' | 'consequence' | 'duty' | 'interpretation'
  text: string
  cites: string
}

/// The article of a statement: 16 for `A16.3`.
export function articleOf(statement: string): number | null {
  const found = /^A(\d+)/.exec(statement)
  return found ? Number(found[1]) : null
}

function names(cites: string, article: number): boolean {
  return cites.split(/[\s,、]+/).some((one) => articleOf(one) === article)
}

export function citedBy(scheme: Scheme, interpretations: Schemas['interpretation'][], article: number): Citing[] {
  const out: Citing[] = []
  const add = (kind: Citing['kind'], list: { text: string; cites: string }[]): void => {
    for (const one of list) if (names(one.cites, article)) out.push({ kind, text: one.text, cites: one.cites })
  }
  add('convention', scheme.conventions)
  add('term', scheme.terms)
  add('bar', scheme.bars)
  add('consequence', scheme.consequences)
  add('duty', scheme.bodies.flatMap((body) => body.duties.map((duty) => ({ text: `${body.id}：${duty.text}`, cites: duty.cites }))))
  add('interpretation', interpretations.map((one) => ({ text: `${one.question} ${one.answer}`, cites: one.cites })))
  return out
}
