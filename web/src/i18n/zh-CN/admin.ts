export default {
  about: '系统管理员、安全管理员、审计管理员分设，各管一段，均不能查看或改动得分。', accounts: '账号', cards: '人员信息', tokens: '接口令牌', trail: '审计记录', register: '任用', settings: '登录规则', backup: '备份与恢复', rules_title: '登录规则', rules_about: '由安全管理员设定，三员均可查看；设定后立即对所有会话生效，并记入审计记录。', rules_ask: '登录规则改动后立即生效，正在使用的会话也照此执行。请核对：', rules_saved: '登录规则已更新', rule_range: '{0} 至 {1}', rule: { failures_max: '连续登录失败几次后锁定', locked_minutes: '锁定时间（分钟）', idle_minutes: '闲置多久后退出（分钟）', administrator_idle_minutes: '管理员闲置多久后退出（分钟）' }, clearance: '知悉范围', set_clearance: '调整知悉范围', clearance_ask: '账号“{0}”的知悉范围现为“{1}”。调整后该账号须重新登录。', clearance_word: { open: '公开', internal: '内部', work_secret: '工作秘密' }, account: '账号', person: '人员', state: '状态', second: '动态口令', last: '最近登录', locked: '锁定至 {0}', must_change: '须改口令',
  create: '新建账号', approve: '批准', disable: '停用', enable: '启用', reset_password: '重置口令', reset_authenticator: '重置动态口令', end_sessions: '结束登录', unlock: '解锁', unlink_identity: '解除统一身份绑定', ask: '确定对账号“{0}”{1}？', one_time: '一次性口令（只显示这一次）：{0}', name: '姓名', post: '职务', phone: '电话（选填）', mail: '邮箱（选填）', collected: '领取时间', not_collected: '待本人领取', edit: '修改', erase: '删除', ask_erase: '确定删除“{0}”的个人信息？台账中的人员编号不变。',
  label: '用途', scopes: '权限', expires: '有效期至', issue: '签发', revoke: '撤销', token_once: '令牌（只显示这一次）：{0}', scope: { read: '查看', act: '办理', export: '导出' }, at: '时间', actor: '操作人', matter: '事项', outcome: '结果', done: '成功', refused: '拒绝', detail: '详情', remote: '来源', backup_text: '备份、恢复和核验在服务器上由系统管理员用命令行办理：', no_settings: '服务器设置见设置文件 heng.yaml，由系统管理员在服务器上修改。', search: '按账号或人员查找', your_password: '请输入您的口令以确认',
  matter_word: {
    list_accounts: '查看账号', create_account: '新建账号', approve_account: '批准账号', reset_password: '重置口令', reset_authenticator: '重置动态口令', unlink_identity: '解除统一身份绑定',
    link_identity: '绑定统一身份', disable_account: '停用账号', enable_account: '启用账号', lock_account: '锁定账号', unlock_account: '解除锁定', end_sessions: '结束登录',
    end_session: '退出登录', issue_token: '签发令牌', revoke_token: '撤销令牌', list_tokens: '查看令牌', collect_token: '领取令牌', change_card: '修改人员信息',
    erase_card: '删除人员信息', read_cards: '查看人员信息', read_trail: '查看审计记录', set_clearance: '调整知悉范围', set_sign_in_rules: '设定登录规则', read_confidential: '查阅敏感内容',
    sign_in: '登录', sign_out: '退出', change_password: '修改口令', enrol_authenticator: '领取动态口令种子', confirm_authenticator: '绑定动态口令', show_second_factor: '登录时验证动态口令', give_up_token: '放弃令牌', step_up: '动态口令验证'
  }
}
