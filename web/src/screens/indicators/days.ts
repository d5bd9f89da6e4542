/// Days as an office lists them: one a line, or separated by commas.
import { dayOf } from '@/composables/day'

/// The days of a text in their order, each once, and what is none.
export function daysIn(text: string): { days: string[]; wrong: string[] } {
  const words = text.split(/[\n、,，;；\t]+/).map((one) => one.trim()).filter(Boolean)
  const days = words.map(dayOf).filter((one): one is string => one !== null)
  return { days: [...new Set(days)].sort(), wrong: words.filter((one) => dayOf(one) === null) }
}
