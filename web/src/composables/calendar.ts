/// The weeks of a month, Monday first, as days of the form 2021-06-30.

const DAYS_A_WEEK = 7

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

export function weeksOf(year: number, month: number): string[][] {
  const first = new Date(Date.UTC(year, month, 1))
  const before = (first.getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK
  const out: string[][] = []
  for (let day = 1 - before; ; day += DAYS_A_WEEK) {
    const start = new Date(Date.UTC(year, month, day))
    if (out.length > 0 && (start.getUTCMonth() !== month || start.getUTCFullYear() !== year)) return out
    out.push(Array.from({ length: DAYS_A_WEEK }, (_, i) => textOf(new Date(Date.UTC(year, month, day + i)))))
  }
}

/// Monday is 1, Sunday 7.
export function weekdayOf(day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/// The day so many days later.
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  return textOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days)))
}
