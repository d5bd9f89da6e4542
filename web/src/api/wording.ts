/// Chinese refusals with the words of the regulation where the server still names the API's own values. Which list a value
/// belongs to follows from the code of the reason and, for records, from what the record is called.
import words from '@/i18n/zh-CN/words'
import type { Reason } from './types'

type List = Record<string, string>

const KINDS: List = {
  text: '文字', id: '编号', decimal: '数字（至多四位小数）', whole: '整数', flag: '“是”或“否”', date: '日期（如 2021-06-30）', record: '编号', digests: '佐证',
  texts: '若干文字', choice: '所列选项之一', rows: '若干行', scheme: '方案文件'
}
const LATER: List = { filed: '已提出', decided: '已决定', merged: '已合并', separate: '未合并', not_taking_part: '不参加考核', taking_part: '参加考核', not_collected: '未汇总', collected: '已汇总' }
const PROPOSAL: List = { proposed: '已提出', approved: '已审定', withdrawn: '已撤回', 'in effect': '有效' }

/// By how the message begins; the first that fits.
const RECORDS: [RegExp, List][] = [
  [/督办/, words.supervision],
  [/事项|整改/, words.matter_stage],
  [/扣分记录|定等情形/, words.finding_stage],
  [/变更申请/, words.change_stage],
  [/草案/, words.draft_stage],
  [/述职评议得分/, words.review_stage],
  [/投票/, words.ballot_stage],
  [/自查/, words.self_check_stage],
  [/评分表/, words.sheet_stage],
  [/违规违纪|问题线索/, words.misconduct_stage],
  [/书面说明/, words.explanation_stage],
  [/研判|等次建议/, PROPOSAL],
  [/异议/, words.objection],
  [/复核|申诉|考核对象|领域/, LATER]
]
const BY_CODE: Record<string, (message: string) => List | null> = {
  cycle_stage_unfit: () => words.stage,
  act_not_permitted: () => words.capacity,
  view_not_permitted: () => words.capacity,
  capacity_absent: () => words.capacity,
  role_not_of_body: () => words.capacity,
  field_malformed: () => KINDS,
  record_stage_unfit: (message) => RECORDS.find(([called]) => called.test(message))?.[1] ?? null
}

export function worded(reason: Reason): Reason {
  const list = BY_CODE[reason.code]?.(reason.message.zh)
  if (!list) return reason
  const zh = reason.message.zh.replace(/in effect|[a-z]+(?:_[a-z]+)*/g, (value) => list[value] ?? value)
  return { ...reason, message: { ...reason.message, zh: zh.replace(/“(“是”或“否”)”/g, '$1') } }
}
