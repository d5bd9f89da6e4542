import type zh from '../zh-CN/admin'

const admin: typeof zh = {
  about: 'System, security and audit administrators are separate people; none of them sees or changes a score.', accounts: 'Accounts', cards: 'People’s cards', tokens: 'Tokens', trail: 'Audit trail', register: 'Appointments', backup: 'Backup', account: 'Account', person: 'Person', state: 'State', second: 'Authenticator', last: 'Last seen', locked: 'locked until {0}', must_change: 'must change password',
  create: 'New account', approve: 'Approve', disable: 'Disable', enable: 'Enable', reset_password: 'Reset password', reset_authenticator: 'Reset authenticator', end_sessions: 'End sessions', unlock: 'Unlock', ask: 'Account “{0}”: {1}?', one_time: 'One-time password (shown once only): {0}', name: 'Name', post: 'Post', phone: 'Phone (optional)', edit: 'Change', erase: 'Erase', ask_erase: 'Erase what is known of “{0}”? His id in the ledger stays.',
  label: 'Purpose', scopes: 'Scopes', expires: 'Expires on', issue: 'Issue', revoke: 'Revoke', token_once: 'Token (shown once only): {0}', scope: { read: 'read', act: 'act', export: 'export' }, at: 'When', actor: 'Who', matter: 'What', outcome: 'Outcome', done: 'done', refused: 'refused', detail: 'Detail', remote: 'From', backup_text: 'Backup, restore and verification are done on the server by the system administrator:', no_settings: 'Settings of the server stand in heng.yaml and are changed on the server by the system administrator.', search: 'Search account or person', your_password: 'Give your own password to confirm'
}
export default admin
