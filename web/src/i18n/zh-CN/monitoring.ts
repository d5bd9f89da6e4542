export default {
  about: '按季度监测各项任务推进情况；发现问题的，提醒、督办、整改。', heat: '失分分布', progress: '监测情况', matters: '整改事项', circulars: '督查通报', burden: '报送负担',
  heat_about: '颜色越深失分越多，数字为失分。点单位看得分明细，点格子看扣分记录。', no_findings: '无扣分', cell: '{0} · {1}：失 {2} 分，{3} 条', lost: '失分', span: '统计范围', within: '本季度内', until: '累计到本季', span_year: '全年累计', span_of: '{0}内', span_to: '累计到{0}监测结束（{1}）',
  progress_about: '考核责任单位按季度逐项填报。可勾选多项一并填报。', unmarked: '未填报', mark_as: '填报为', mark_n: '填报所选（{n}）', marked_n: '已填报 {n} 项（台账第 {seq} 号）',
  quarter_open: '{0}：{1} 启动，{2} 结束', quarter_none: '本季度尚未启动监测。', only_unmarked: '只看未填报的', whose: '由本单位填报', nothing_to_mark: '没有须由本单位填报的任务。',
  matter: '整改事项 {0}', origin: '来由', opened: '发起日期', supervision: '督办', timeline: '办理过程', reports: '整改反馈', analysis: '原因分析', measure: '整改措施', responsible: '责任部门或岗位',
  completed: '整改完成', not_completed: '尚未全部完成', addressed: '报送', findings: '相关扣分记录', keep_note: '整改到位不取消扣分。', supervised_only: '只看督办事项', open_only: '只看未了结的',
  no_matters: '没有整改事项。', no_circulars: '尚未印发督查通报。', units_named: '被通报单位', reminders: '提醒', circulars_n: '通报', supervisions: '督办', self_checks: '自查', explanations: '书面说明', sum: '合计', written: '已报送材料',
  burden_about: '本系统向各考核对象提出的报送要求数量，供控制基层负担参考。'
}
