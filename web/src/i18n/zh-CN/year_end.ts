export default {
  about: '考核组逐项核定任务评分表，另一人签认；述职评议得分由投票或录入形成。', groups: '考核组', sheets: '任务评分表', ballots: '述职评议投票', reviews: '述职评议得分', circumstances: '定等情形',
  not_open: '尚未进入年终考核阶段。', members: '成员', assesses: '考核范围', replaced: '已替换', without_group: '尚未编组的考核对象', no_groups: '尚未组建考核组。',
  need: '待办', only_mine: '只看须由我办理的', settle_n: '核定所选（{n}）', sign_n: '签认所选（{n}）', settled_n: '已核定 {n} 张（台账第 {seq} 号）', signed_n: '已签认 {n} 张（台账第 {seq} 号）',
  sheets_about: '核定即确认该任务的扣分和得分；核定人不能签认自己核定的表。', score: '得分', lost: '失分', settled_by: '核定', signed_by: '签认', undecided: '未决扣分记录 {0}', ask_title: '请核对后确认',
  ask_text: '以下 {n} 张任务评分表将写入台账。', no_sheets: '没有任务评分表。', ballot: '述职评议投票 {0}', opened: '启动日期', no_ballots: '没有述职评议投票。', open_ballot: '启动投票', paper: '纸质投票', online: '投票码投票',
  once: '一人计票', group: '投票组', weight: '权重(%)', voters: '人数', valid: '有效票', result: '投票结果', tallies: '计票明细', score_of: '述职评议得分', coefficients: '各档分值：好 {0}、较好 {1}、一般 {2}、差 {3}',
  codes: '投票码', codes_made: '已生成 {n} 个投票码。关闭本页后无法再次查看，请先打印分发。', print_codes: '打印投票码', codes_secret: '投票码只在本页生成和显示；台账只存其哈希值，任何人不能由此知道谁投了什么票。',
  code_qr: '投票二维码', code_slip: '述职评议投票码', code_how: '用手机扫码，或在电脑上打开 {0} 输入投票码，逐一评价后提交。每码限用一次。', on_paper: '全部以纸质票投票（不生成投票码）', add_group: '增加投票组', group_name: '投票组名称', weights_note: '各组权重之和须为 100。',
  good_max: '“好”的最多个数', all_same: '全部相同为无效票', start: '核对并启动', opened_done: '投票已启动', waiting: '有得分待确认', review_score: '得分', no_score: '尚未形成', no_circumstances: '没有定等情形。', kind: '情形', document: '文件', result_of: '结果', domain_ballot: '投票领域',
  entry: '录入记录', go_codes: '返回', merged_note: '人数不足的组已合并计票，以保密。'
}
