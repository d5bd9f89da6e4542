import { describe, expect, it } from 'vitest'
import { problemOf } from './problem'
import type { Reason } from './types'
import { worded } from './wording'

const reason = (code: string, zh: string): Reason => ({ code, message: { zh, en: 'as it is' }, remedy: { zh: '', en: '' } })
const zhOf = (code: string, zh: string): string => worded(reason(code, zh)).message.zh

describe('Chinese refusals', () => {
  it.each([
    ['cycle_stage_unfit', '2021年度现处 archived 阶段，“开展评定”只能在 grading 至 grading 阶段办理', '2021年度现处 已归档 阶段，“开展评定”只能在 等次评定 至 等次评定 阶段办理'],
    ['view_not_permitted', '以“lead”身份（市教育局）不能查看：等次', '以“主要考核责任单位”身份（市教育局）不能查看：等次'],
    ['record_stage_unfit', '事项的督办“3985”现为 none，须为 requested 才能办理', '事项的督办“3985”现为 未督办，须为 已提请督办 才能办理'],
    ['record_stage_unfit', '扣分记录“698”现为 withdrawn，须为 recorded, confirmed 才能办理', '扣分记录“698”现为 已撤回，须为 待确认, 已确认 才能办理'],
    ['record_stage_unfit', '研判意见“9”现为 withdrawn，须为 in effect 才能办理', '研判意见“9”现为 已撤回，须为 有效 才能办理'],
    ['field_malformed', '“得分”填写不合要求，应为 decimal', '“得分”填写不合要求，应为 数字（至多四位小数）']
  ])('use the words of the regulation in %s', (code, given, wanted) => {
    expect(zhOf(code, given)).toBe(wanted)
  })
  it('leave what they do not know, names and English alone', () => {
    expect(zhOf('record_stage_unfit', '别的“x”现为 open，须为 closed 才能办理')).toBe('别的“x”现为 open，须为 closed 才能办理')
    expect(zhOf('act_unknown', '没有“lead”这一操作')).toBe('没有“lead”这一操作')
    expect(worded(reason('cycle_stage_unfit', 'archived')).message.en).toBe('as it is')
  })
  it('are worded wherever a refusal arrives', () => {
    const problem = problemOf(409, { type: '', title: '', status: 409, code: 'cycle_stage_unfit', errors: [reason('cycle_stage_unfit', '现处 archived 阶段')] })
    expect(problem.reasons[0]?.message.zh).toBe('现处 已归档 阶段')
  })
})
