import { describe, expect, it } from 'vitest'
import { groupsOf, type Issue } from './issues'

const issue = (code: string, severity: Issue['severity'], place: string): Issue => ({ code, severity, place, message: { zh: '', en: '' }, remedy: { zh: '', en: '' } })

describe('what is wrong with a draft', () => {
  it('stands by its code with every instance, errors first', () => {
    const groups = groupsOf([issue('doubt', 'warning', '1'), issue('sum', 'error', '2'), issue('doubt', 'warning', '3'), issue('sum', 'error', '4')])
    expect(groups.map((one) => [one.code, one.severity, one.issues.map((each) => each.place)])).toEqual([['sum', 'error', ['2', '4']], ['doubt', 'warning', ['1', '3']]])
  })
  it('is nothing where there is no issue', () => {
    expect(groupsOf([])).toEqual([])
  })
})
