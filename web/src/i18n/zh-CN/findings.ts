export default {
  about: '每条扣分记录由考核责任单位记录，另一人确认后计入得分。', record: '记录扣分', queue: '待确认', record_about: '记录后由本单位另一人确认，确认后计入得分。',
  fact: '事实', value: '数值', occurred: '发生日期', recorded: '记录日期', case: '案件号', source: '来源', search_hint: '单位、事实、细则等字词',
  none: '没有符合条件的扣分记录。', view_name: '给当前筛选起名', keep_view: '保存筛选', drop_view: '删除筛选“{0}”', clear: '清除筛选',
  one: '扣分记录 {0}', asked: '按细则应扣', taken: '实际扣分', not_counted: '未计入', steps: '办理过程', objection: '异议', answer: '答复',
  duplicates: '疑似重复', duplicates_text: '同一事实一年内只扣一次。确属同一事实的，请填写同一案件号，或不再记录。', without_clause: '现行版本中已无此细则',
  queue_about: '记录人不能确认自己的记录。勾选后一并确认，或逐条查看、更正、撤回。', queue_none: '没有待您确认的扣分记录。', queue_own: '另有 {n} 条由您本人记录，须由他人确认。',
  confirm_n: '确认所选（{n}）', confirm_title: '确认 {n} 条扣分记录', confirm_text: '确认后计入考核对象得分，考核对象可在期限内提出异议。请核对：', confirmed_n: '已确认 {n} 条（台账第 {seq} 号）',
  pick: '选择：{0}，{1}', units: '考核对象', units_hint: '同一事实涉及同一领域多个考核对象的，可一并选择，分别记录。', clause: '扣分细则', unit_first: '请先选择考核对象。',
  clause_hint: '输入细则中的字词，如“学习计划”', all_clauses: '也列出其他考核责任单位的细则', too_many: '共 {n} 条，先列出 {max} 条，请再输入字词', other_clause: '另选细则',
  case_hint: '同一案件填同一案件号，只按最高的一条扣分', save: '保存', save_n: '保存 {n} 条', saved_n: '已记录 {n} 条（台账第 {seq} 号），待他人确认',
  foresight: '保存前预看', foresight_empty: '选定考核对象和细则后，这里显示扣分情况。', rule: '计分方式', cap: '最多扣', cap_task: '本项分值', task_now: '本项现有得分',
  task_left: '{0} 分（分值 {1} 分）', indicator: '指标得分', others_moved: '名次随之变化的单位', foresight_first: '选择了多个考核对象，这里显示第一个。', task_has: '本项已有扣分',
  foreseen: '本次预计', foreseen_taken: '扣 {0} 分', foreseen_gain: '加 {0} 分', foreseen_left: '本项尚余 {0} 分（分值 {1} 分）'
}
