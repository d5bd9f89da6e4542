export default {
  about: '应办事项按期限排列；点“办理”直接进入。', owed: '应办事项', rights: '可以办理（非必须）', drafts: '未提交的草稿', resume: '继续填写', can_do: '可办理的操作',
  can_do_text: '以当前身份、在当前阶段可以办理的全部操作。', act: '办理', nothing: '目前没有应办事项。', overdue_n: '已逾期 {n} 项', near_n: '临近到期 {n} 项',
  later_n: '未到期 {n} 项', until: '期限 {0}', no_date: '未定期限', times: '共 {n} 项', unfold: '展开全部 {n} 项', fold: '收起', news: '上次离开后的新情况（{n} 项）',
  latest: '最近情况', no_news: '没有新情况。', finding: '扣分记录', returned: '退回给我的（{n}）', sent_back: '已退回'
}
