import type zh from '../zh-CN/shell'

const shell: typeof zh = {
  nav: {
    label: 'Main', work: 'My work', home: 'Our unit', findings: 'Findings', standing: 'Standing', monitoring: 'Monitoring', half_year: 'Half-year',
    year_end: 'Year-end', grading: 'Grading desk', results: 'Results', regulation: 'Regulation', indicators: 'Indicators', ledger: 'Ledger', register: 'Register',
    admin: 'Administration', menu: 'Menu'
  },
  acting_as: 'Acting as', language: 'Language', sign_out: 'Sign out', account: 'Account and security', help: 'Manual',
  as_of: 'Shown as of', as_of_now: 'now', as_of_banner: 'Shown as it stood on {0}. You can look, not act.', as_of_leave: 'Back to now', as_of_pick: 'Choose a day',
  notices: 'Notices', unread: 'unread', notices_none: 'No notices', notices_all_read: 'Mark all as read',
  notice_due: 'Due', notice_near: 'Due soon', notice_overdue: 'Overdue',
  live: 'Live', not_live: 'Connection lost, trying again', year_stage: '{0} · {1}', expired: 'Your session has ended',
  expired_text: 'For safety you were signed out after a time without use. Give your password to go on; nothing that you typed is lost.',
  footer: 'Not for state secrets',
  step_up: 'One-time code', step_up_text: 'This act needs your second factor again. Enter the 6 digits that your authenticator shows.', code: 'Code', verify: 'Verify',
  no_authenticator: 'If you have no authenticator yet, enrol one under “Account and security”.'
}
export default shell
