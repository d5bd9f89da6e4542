export default {
  title: '办理', submit: '提交', rehearse: '核对', required: '必填', must: '请填写此项。', add_row: '增加一行', remove_row: '删除此行', row: '第 {n} 行',
  draft_kept: '草稿已保存在本机', draft_found: '已恢复上次未提交的草稿', draft_drop: '清空草稿', done: '已办理：{0}（台账第 {1} 号）',
  rehearsal: '提交前请核对', rehearsal_text: '以下内容将写入台账，写入后不能删改。', rehearsal_events: '将产生 {n} 条记录', go: '确认办理', change: '返回修改',
  binding: '此项办理具有约束力，须核对后确认。', cites: '依据 {0}', refused: '未能办理', choose_unit: '按名称查找考核对象', choose: '查找或选择',
  evidence_drop: '将文件拖到这里、粘贴，或', evidence_pick: '选择文件', evidence_declare: '我确认所传文件不涉及国家秘密', evidence_existing: '选用已有佐证', evidence_search: '按考核对象、细则、说明或指纹查找', evidence_none: '扣分记录中还没有佐证文件。', evidence_none_found: '没有找到，请换个字词。', evidence_more_uses: '共 {n} 条扣分记录使用此文件',
  evidence_uploading: '正在上传 {0}：{1}%', evidence_remove: '移除', evidence_hash: '指纹 {0}', evidence_needs_declare: '请先确认所传文件不涉及国家秘密。',
  yaml_pick: '选择方案文件（YAML，可多选）', yaml_read: '已读取 {n} 个文件', yaml_bad: '{0} 不是有效的 YAML：{1}', flag_yes: '是', flag_no: '否',
  past: '正在查看过去的情况，不能办理。', not_possible: '您以当前身份或在当前阶段不能办理此项。', separate: '多项以顿号、逗号或换行分隔', decimal_hint: '数字，最多四位小数',
  date_hint: '如 2021-06-30', date_bad: '日期请写作 2021-06-30。', date_clear: '清除日期', calendar: '打开日历', year_before: '上一年', year_after: '下一年', month_before: '上个月', month_after: '下个月',
  month: '{0}年{1}月', day: '{0}年{1}月{2}日', day_of_month: '{0}日（周{1}）', weekday_1: '一', weekday_2: '二', weekday_3: '三', weekday_4: '四', weekday_5: '五', weekday_6: '六', weekday_7: '日',
  another_person: '由他人记录的，才能由您确认。', confirm_leave: '返回', today: '今天',
  stale: '填写期间，此记录已被他人更新。请先核对页面上的最新内容，所填文字仍在。', stale_seen: '已核对，继续填写'
}
