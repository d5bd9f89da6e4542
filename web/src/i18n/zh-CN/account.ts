export default {
  must_change: '首次登录或口令到期，须先修改口令。', current: '现口令', wanted: '新口令', repeated: '再输一遍新口令', differs: '两次输入的新口令不一致。',
  change_password: '修改口令', password_changed: '口令已修改，其他地方的登录已全部退出。', authenticator: '动态口令器',
  authenticator_text: '有约束力的办理须用动态口令再次验证。请在手机或硬件令牌的动态口令程序中录入下面的种子。', authenticator_start: '领取种子',
  seed: '种子（只显示这一次）', first_code: '动态口令器现在显示的 6 位数字', authenticator_confirm: '确认绑定', authenticator_done: '已绑定。',
  sessions: '我的登录', since: '登录于 {0}', this_one: '本次登录', end: '退出该处登录', tokens: '我的接口令牌', collect: '领取', give_up: '放弃'
}
