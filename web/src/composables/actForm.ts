/// The one form of every act, without its looks: from the description of its fields to a body and back.
import type { Act, ActBody, Field } from '@/api/types'

export type Values = Record<string, unknown>
/// Files of a scheme by name.
export type SchemeFiles = Record<string, unknown>

export function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case 'digests':
    case 'texts':
      return []
    case 'rows':
      return field.required ? [emptyRow(field)] : []
    case 'scheme':
      return {}
    default:
      return null
  }
}

export function emptyRow(field: Field): Values {
  const out: Values = {}
  for (const one of field.row ?? []) out[one.name] = emptyValue(one)
  return out
}

/// What the form starts with: what is given wins over the draft, the draft over nothing.
export function startValues(act: Act, given: ActBody, draft: Values | null): Values {
  const out: Values = {}
  for (const field of act.fields) {
    const kept = draft?.[field.name]
    out[field.name] = given[field.name] ?? kept ?? emptyValue(field)
  }
  return out
}

export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

/// A decimal as people type it: full-width digits and points, spaces.
export function plainDecimal(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/[－−]/g, '-')
    .replace(/\s/g, '')
}

function sent(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'decimal':
      return plainDecimal(String(value))
    case 'whole':
    case 'record': {
      const text = plainDecimal(String(value))
      return /^-?\d+$/.test(text) ? Number(text) : text
    }
    case 'rows':
      return (value as Values[]).map((row) => bodyOf(field.row ?? [], row))
    case 'text':
    case 'id':
      return String(value).trim()
    default:
      return value
  }
}

function isBlankRow(field: Field, row: Values): boolean {
  return (field.row ?? []).every((one) => isBlank(row[one.name]))
}

/// What is sent: without what was left empty. A wholly empty row is no row.
export function bodyOf(fields: Field[], values: Values): ActBody {
  const out: ActBody = {}
  for (const field of fields) {
    let value = values[field.name]
    if (field.kind === 'rows' && Array.isArray(value)) {
      value = (value as Values[]).filter((row) => !isBlankRow(field, row))
    }
    if (isBlank(value)) continue
    out[field.name] = sent(field, value)
  }
  return out
}

/// Required fields that are still empty, by their place as the server names it.
export function missing(fields: Field[], values: Values, at = ''): string[] {
  const out: string[] = []
  for (const field of fields) {
    const value = values[field.name]
    const place = `${at}${field.name}`
    if (field.kind === 'rows' && Array.isArray(value)) {
      const rows = (value as Values[]).filter((row) => !isBlankRow(field, row))
      if (rows.length === 0 && field.required) out.push(place)
      rows.forEach((row, i) => out.push(...missing(field.row ?? [], row, `${place}/${i + 1}/`)))
    } else if (field.required && isBlank(value) && field.kind !== 'flag') {
      out.push(place)
    }
  }
  return out
}

/// What a draft is kept under: the act and what it is about.
export function recordOf(given: ActBody): string {
  return Object.keys(given)
    .filter((name) => name !== 'year' && (typeof given[name] === 'string' || typeof given[name] === 'number'))
    .sort()
    .map((name) => `${name}=${String(given[name])}`)
    .join('&')
}
