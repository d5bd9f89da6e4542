/// Clauses of a draft that are worded anew, kept until they are consolidated.

export interface Reworded {
  domain: string
  task: string
  clause: string
  /// Null where the clause is left out.
  text: string | null
  /// Null where the draft has no such clause.
  before: string | null
}

const isSame = (a: Reworded, b: Reworded): boolean => a.domain === b.domain && a.task === b.task && a.clause === b.clause

/// One change for a clause: the last. A clause that reads as before is none.
export function withChange(all: Reworded[], change: Reworded): Reworded[] {
  const others = all.filter((one) => !isSame(one, change))
  return change.text?.trim() === (change.before ?? undefined)?.trim() || (change.text === null && change.before === null) ? others : [...others, change]
}

export function changeOf(all: Reworded[], domain: string, task: string, clause: string): Reworded | null {
  return all.find((one) => one.domain === domain && one.task === task && one.clause === clause) ?? null
}

/// As the server takes them.
export function bodyOf(all: Reworded[]): { clauses: { domain: string; task: string; clause: string; text?: string }[] } {
  return { clauses: all.map(({ domain, task, clause, text }) => (text === null ? { domain, task, clause } : { domain, task, clause, text: text.trim() })) }
}
