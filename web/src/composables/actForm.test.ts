import { describe, expect, it } from 'vitest'
import type { Act, Field } from '@/api/types'
import { bodyOf, missing, plainDecimal, recordOf, startValues } from './actForm'

const field = (name: string, kind: Field['kind'], required = true, row?: Field[]): Field =>
  ({ name, kind, required, zh: name, en: name, ...(row ? { row } : {}) }) as Field
const measures = field('measures', 'rows', true, [field('measure', 'text'), field('date', 'date')])
const act = {
  id: 'rectify_matter',
  fields: [field('year', 'whole'), field('matter', 'record'), field('analysis', 'text'), measures, field('completed', 'flag'), field('evidence', 'digests', false)]
} as unknown as Act

describe('the form of an act', () => {
  it('starts with what is given, then the draft', () => {
    const values = startValues(act, { year: 2021, matter: 7 }, { matter: 9, analysis: 'kept' })
    expect(values).toMatchObject({ year: 2021, matter: 7, analysis: 'kept', completed: null, evidence: [] })
    expect(values.measures).toEqual([{ measure: null, date: null }])
  })

  it('sends nothing that was left empty, and numbers as the API wants them', () => {
    const body = bodyOf(act.fields, {
      year: '2021', matter: ' 7', analysis: ' why ', measures: [{ measure: 'a', date: '2021-08-01' }, { measure: ' ', date: null }], completed: false, evidence: []
    })
    expect(body).toEqual({ year: 2021, matter: 7, analysis: 'why', measures: [{ measure: 'a', date: '2021-08-01' }], completed: false })
  })

  it('keeps a number that is none as it was typed, for the server to refuse', () => {
    expect(bodyOf([field('matter', 'record')], { matter: 'x1' })).toEqual({ matter: 'x1' })
  })

  it('names holes as the server does', () => {
    expect(missing(act.fields, { year: 2021, matter: 7, analysis: '', measures: [{ measure: 'a', date: null }] })).toEqual(['analysis', 'measures/1/date'])
    expect(missing([measures], { measures: [] })).toEqual(['measures'])
  })

  it('reads decimals as people type them', () => {
    expect(plainDecimal(' １．５ ')).toBe('1.5')
    expect(bodyOf([field('value', 'decimal')], { value: '0.10' })).toEqual({ value: '0.10' })
  })

  it('keeps drafts apart by what they are about', () => {
    expect(recordOf({ year: 2021, unit: 'D13', finding: 4 })).toBe('finding=4&unit=D13')
    expect(recordOf({ year: 2021 })).toBe('')
  })
})
