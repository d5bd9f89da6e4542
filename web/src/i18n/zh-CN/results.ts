export default {
  about: '已公布的考核结果及其后的复核、申诉、书面说明和结果运用。', versions: '考核结果', rechecks: '复核与申诉', explanations: '书面说明', consequences: '结果运用', misconduct: '违规违纪',
  version: '第 {0} 版', published_on: '{0} 公布', none: '考核结果尚未公布。', moved: '与上一版相比变化的单位', reasons: '定等依据', entails: '结果运用', to_notice: '查看反馈',
  filed: '提出日期', decided: '决定', not_decided: '待决定', appeal: '申诉', recused: '须回避的人员：{0}', owed: '待报书面说明', owed_missing: '未报送', owed_overdue: '已逾期', causes: '原因分析',
  measures: '改进措施', persons: '涉及人员', hand_overs: '移送情况', handed: '第 {0} 版已于 {1} 移送：{2}', who: '对象', conduct: '情形', sanction: '处理', no_consequences: '没有须运用的结果。',
  notice: '{0} 年度考核结果反馈', notice_unit: '{0}：', grade_is: '等次', print_notice: '打印反馈'
}
