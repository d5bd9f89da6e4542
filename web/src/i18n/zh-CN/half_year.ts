export default {
  about: '考核对象自查、主要考核责任单位审核评价、市委组织部汇总、市考核办通报。', checks: '自查与审核', collection: '汇总', circular: '半年评估通报', self_check: '半年自查',
  not_open: '尚未启动半年评估。', opened: '{0} 启动', submitted_on: '报送日期', by_domain: '各领域汇总情况', collected_on: '{0} 已汇总', not_collected: '尚未汇总',
  progress: '{done} / {all} 个单位已审核评价', published: '{0} 印发', not_published: '尚未印发', of_unit: '{0} 半年自查', done: '完成情况', shortcomings: '存在不足',
  summary: '半年工作总结', saved: '已自动保存在本机（{0}）', submit: '报送', submit_title: '报送半年自查', submit_text: '报送后由主要考核责任单位审核评价；退回的，修改后再次报送。',
  blank_tasks: '以下任务未填完成情况，须逐项填写；不涉及的，写明不涉及：{0}', returned: '退回理由', evaluation: '评价', comments: '意见', remarks: '通报点评', suggestions: '工作建议',
  needs_summary: '请填写半年工作总结。', task_n: '已填 {done} / {all} 项任务', preview: '通报预览', preview_text: '以下为各考核对象的审核评价，可在通报中引用。', fill: '起草通报',
  overtaken: '本单位同事已报送本单位自查，您填写的内容未报送，仍保存在本机。'
}
