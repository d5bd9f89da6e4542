import type zh from '../zh-CN/account'

const account: typeof zh = {
  must_change: 'You must change your password first.', current: 'Present password', wanted: 'New password', repeated: 'New password again',
  differs: 'The two new passwords differ.', change_password: 'Change password', password_changed: 'The password is changed; your other sessions have ended.',
  authenticator: 'Authenticator',
  authenticator_text: 'Binding acts need a one-time code. Enter the seed below into the authenticator program of your phone or token.',
  authenticator_start: 'Get a seed', seed: 'Seed (shown once only)', first_code: 'The 6 digits that the authenticator shows now',
  authenticator_confirm: 'Enrol it', authenticator_done: 'Enrolled.', sessions: 'My sessions', since: 'since {0}', this_one: 'this one', end: 'End it', tokens: 'My tokens', collect: 'Collect', give_up: 'Give up'
}
export default account
