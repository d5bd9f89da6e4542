/// What someone owes, where it is no act of its own.
export default {
  answer_matter: '反馈整改情况', carry_out_measures: '完成整改措施', review_rectification: '审核整改情况', decide_supervision: '答复督办提请',
  object_to_finding: '可提出异议', appeal: '可提出申诉', open_ledger: '设立台账'
}
