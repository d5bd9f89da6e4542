import { describe, expect, it } from 'vitest'
import { problemOfReturn } from './ways'

const entries = [
  { code: 'account_locked', message: { zh: '账号已锁定至 {0}', en: 'the account is locked until {0}' }, remedy: { zh: '请届时重试', en: 'try again then' } }
]

describe('the way back from the identity provider', () => {
  it('tells the problem with its figure', () => {
    expect(problemOfReturn(entries, 'account_locked', '2021-07-15 10:30')?.reasons[0]?.message.zh).toBe('账号已锁定至 2021-07-15 10:30')
  })
  it('takes no text from an address', () => {
    expect(problemOfReturn(entries, 'account_locked', '请拨打 110')?.reasons[0]?.message.zh).toBe('账号已锁定至 ')
    expect(problemOfReturn(entries, 'made_up', '')).toBeNull()
  })
})
