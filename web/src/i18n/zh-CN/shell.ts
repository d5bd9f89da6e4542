export default {
  nav: {
    label: '主导航', work: '工作台', home: '本单位', findings: '扣分记录', standing: '得分与排名', monitoring: '季度监测', half_year: '半年评估',
    year_end: '年终考核', grading: '等次评定', results: '考核结果', regulation: '考核办法', indicators: '指标体系', ledger: '台账', register: '单位库',
    admin: '系统管理', menu: '菜单'
  },
  acting_as: '办理身份', language: '语言', sign_out: '退出', account: '账号与安全', help: '使用手册',
  as_of: '查看时点', as_of_now: '现在', as_of_banner: '正在查看 {0} 的情况。此时只能查看，不能办理。', as_of_leave: '回到现在', as_of_pick: '选择日期',
  notices: '消息', unread: '条未读', notices_none: '没有消息', notices_all_read: '全部标为已读',
  notice_due: '到期提醒', notice_near: '临近到期', notice_overdue: '已逾期',
  live: '实时更新', not_live: '连接中断，正在重连', year_stage: '{0} 年度 · {1}', expired: '登录已失效',
  expired_text: '为了安全，长时间未操作已退出登录。请输入口令继续，所填内容没有丢失。', footer: '非涉密系统，严禁处理国家秘密',
  step_up: '动态口令验证', step_up_text: '此项办理须再次验证身份。请输入动态口令器显示的 6 位数字。', code: '动态口令', verify: '验证',
  no_authenticator: '尚未绑定动态口令器的，请先到“账号与安全”绑定。'
}
