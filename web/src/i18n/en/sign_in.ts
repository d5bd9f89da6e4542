import type zh from '../zh-CN/sign_in'

const sign_in: typeof zh = {
  name: 'Account', password: 'Password', code: 'One-time code', code_hint: 'Leave empty without an authenticator', go: 'Sign in', provider: 'Sign in through the identity provider',
  refused: 'You could not be signed in', other_language: '中文',
  about: 'After 5 wrong passwords the account is locked. If you forgot yours, ask the system administrator to reset it.'
}
export default sign_in
