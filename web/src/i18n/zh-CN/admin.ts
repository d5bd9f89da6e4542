export default {
  about: '系统管理员、安全管理员、审计管理员分设，各管一段，均不能查看或改动得分。', accounts: '账号', cards: '人员信息', tokens: '接口令牌', trail: '审计记录', register: '任用', backup: '备份与恢复', account: '账号', person: '人员', state: '状态', second: '动态口令', last: '最近登录', locked: '锁定至 {0}', must_change: '须改口令',
  create: '新建账号', approve: '批准', disable: '停用', enable: '启用', reset_password: '重置口令', reset_authenticator: '重置动态口令', end_sessions: '结束登录', unlock: '解锁', ask: '确定对账号“{0}”{1}？', one_time: '一次性口令（只显示这一次）：{0}', name: '姓名', post: '职务', phone: '电话（选填）', edit: '修改', erase: '删除', ask_erase: '确定删除“{0}”的个人信息？台账中的人员编号不变。',
  label: '用途', scopes: '权限', expires: '有效期至', issue: '签发', revoke: '撤销', token_once: '令牌（只显示这一次）：{0}', scope: { read: '查看', act: '办理', export: '导出' }, at: '时间', actor: '操作人', matter: '事项', outcome: '结果', done: '成功', refused: '拒绝', detail: '详情', remote: '来源', backup_text: '备份、恢复和核验在服务器上由系统管理员用命令行办理：', no_settings: '服务器设置见设置文件 heng.yaml，由系统管理员在服务器上修改。', search: '按账号或人员查找', your_password: '请输入您的口令以确认'
}
