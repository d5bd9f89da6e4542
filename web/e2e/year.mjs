/// The year of each role, stage by stage: at each stage a city is played up to its day, and everyone who has something to do
/// then does it on the screen where he would. ROLES says at the end whose year was walked through, and how far.
import assert from 'node:assert/strict'
import { go, settled } from './browser.mjs'
import { act, choose, city, enrol, pick } from './people.mjs'

/// Role → the days on which it acted.
export const ROLES = new Map()

function note(role, day) {
  ROLES.set(role, [...(ROLES.get(role) ?? []), day])
}

/// A stage: each step is somebody in a role doing his part; all share the city, so that one builds on the other.
function stage(until, day, steps) {
  return async () => {
    const here = await city(day, { until })
    for (const [role, account, step] of steps) {
      const page = await here.person(account)
      await step(page, here)
      note(role, day)
      await page.context().close()
    }
    await here.end()
  }
}

const opened = (path) => async (page, here) => { await go(page, here.url, path); await settled(page) }

async function verify(page, here) {
  await go(page, here.url, '/ledger')
  await page.click('[data-test=verify]')
  await page.waitForSelector('.outcome')
  await go(page, here.url, '/admin')
  await page.waitForSelector('tbody tr')
}

/// January: the three administrators set people up, assessors propose.
const drafting = stage('2021-01-12', '2021-01-13', [
  ['system_admin', 'system-admin', async (page, here) => {
    await go(page, here.url, '/register?tab=people')
    await act(page, 'add_person', () => page.fill('#act-person', '新到任的干部'))
    await page.fill('main .search input', '新到任')
    await page.waitForSelector('main tbody >> text=新到任的干部')
  }],
  ['security_admin', 'security-admin', async (page, here) => {
    await go(page, here.url, '/register?tab=people')
    await act(page, 'appoint', async () => {
      await choose(page, 'act-person', '新到任的干部')
      await pick(page, 'act-role', '市考核办')
      await choose(page, 'act-for', '市考核办')
    })
    await page.fill('main .search input', '新到任')
    await page.waitForSelector('tr:has-text("新到任的干部") >> text=市考核办')
  }],
  ['audit_admin', 'audit-admin', verify],
  ['assessor', 'assessor-6-1', async (page, here) => {
    await go(page, here.url, '/indicators')
    await act(page, 'propose_indicator', async () => {
      await choose(page, 'act-domain', 'departments')  // Domains have names once there is a draft.
      await page.fill('#act-text', '未按要求开展意识形态专题研究的，每少1次扣1分')
      await page.fill('#act-reason', '与上级要求衔接')
    })
  }]
])

/// February: units comment; what the commission sent back is worded anew, read live, and consolidated.
const comments = stage('2021-02-21', '2021-02-22', [
  ['unit', 'd13-1', async (page, here) => {
    await go(page, here.url, '/indicators')
    await act(page, 'comment_on_indicators', () => page.fill('#act-text', '建议明确“未按要求”的认定依据'))
  }],
  ['office', 'office-1', async (page, here) => {
    await go(page, here.url, '/indicators?tab=reword')
    await page.click('[data-test=reword-open] >> nth=0')
    const text = page.locator('.clause textarea')
    const before = await text.inputValue()
    await text.fill(before.replace(/[。.]?$/, ';情节严重的,酌情扣分。'))
    await page.waitForSelector('[data-test=doubts] li')
    assert.ok(await page.locator('mark').count() > 0, 'the doubt is marked in the text')
    await text.fill(before.replace(/[。.]?$/, ';未报备的,每1次扣0.5分。'))
    await page.waitForSelector('.branches >> text=未报备')
    await page.reload()
    await settled(page)
    await page.click('[data-test=draft-try]')
    await page.waitForSelector('ins')
    await act(page, 'consolidate_indicators')
    await go(page, here.url, '/indicators?tab=drafts')
    await page.waitForSelector('li:has-text("已汇总审核")')
  }],
  ['commission', 'commission-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/indicators?tab=drafts')
    await act(page, 'consent_to_indicators')
    await page.waitForSelector('li:has-text("市考核委已同意")')
  }],
  ['office', 'office-2', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/indicators?tab=drafts')
    await act(page, 'issue_indicators', () => page.fill('#act-from', '2021-02-22'))
    await page.waitForSelector('li:has-text("已印发")')
  }]
])

/// April: progress is marked, a unit is reminded, acknowledges, puts it right, and that is accepted.
const monitoring = stage('2021-04-08', '2021-04-09', [
  ['assessor', 'assessor-6-1', opened('/monitoring?tab=progress')],
  ['lead', 'lead-5-1', async (page, here) => {
    await go(page, here.url, '/monitoring?tab=matters')
    await act(page, 'remind', async () => {
      await pick(page, 'act-quarter', '一季度')
      await choose(page, 'act-unit', '市财政局')
      await page.locator('#act-tasks').click({ force: true })
      await page.locator('.el-select-dropdown__item:has-text("(一)"):visible >> nth=0').dispatchEvent('click')
      await page.keyboard.press('Escape')
      await page.fill('#act-text', '一季度部分任务推进滞后，请抓紧整改')
    })
  }],
  ['unit', 'd13-1', async (page, here) => {
    await go(page, here.url, '/work')
    await go(page, here.url, '/monitoring?tab=matters')
    await page.click('tbody tr:has-text("待签收") a >> nth=0')
    await act(page, 'acknowledge_matter')
    await act(page, 'rectify_matter', async () => {
      await page.fill('#act-analysis', '责任分工不细')
      await page.fill('#act-measures-0-measure', '逐项明确责任人并按月调度')
      await page.fill('#act-measures-0-responsible', '机关党委')
      await page.fill('#act-measures-0-date', '2021-05-10')
      await page.check('[data-field=completed] input >> nth=0')
    })
    await page.waitForSelector('main >> text=已反馈')
  }],
  ['lead', 'lead-5-2', async (page, here) => {
    await go(page, here.url, '/monitoring?tab=matters')
    await page.click('tbody tr:has-text("市财政局"):has-text("已反馈") a >> nth=0')
    await act(page, 'accept_rectification')
    await page.waitForSelector('main >> text=已办结')
  }]
])

/// August: the half-year is collected and published.
const halfYear = stage('2021-08-01', '2021-08-02', [
  ['coordinator', 'coordinator-1', async (page, here) => {
    await go(page, here.url, '/half-year?tab=collection')
    await page.waitForSelector('[data-act=collect_half_year]')
    for (let left = await page.locator('[data-act=collect_half_year]').count(); left > 0; left--) {
      await act(page, 'collect_half_year')
      await page.waitForFunction((n) => document.querySelectorAll('[data-act=collect_half_year]').length < n, left)
    }
  }],
  ['office', 'office-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/half-year?tab=circular')
    await page.click('button:has-text("起草通报")')
    await page.waitForSelector('.act-form', { timeout: 60000 })
    await page.fill('#act-text', '上半年各领域党建工作总体推进有序，现将评估情况通报如下。')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('.rehearsal')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('main >> text=总体推进有序')
  }]
])

/// January: groups are formed; review scores that one entered another confirms.
const groups = stage('2022-01-04', '2022-01-05', [
  ['office', 'office-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/year-end?tab=groups')
    await act(page, 'form_group', async () => {
      await page.fill('#act-name', '第一考核组')
      await choose(page, 'act-members-0-person', '宣传部甲')
      await choose(page, 'act-members-0-body', '市委宣传部')
      await page.locator('#act-domains').click({ force: true })
      await page.locator('.el-select-dropdown__item:has-text("市管学校"):visible').click()
      await page.keyboard.press('Escape')
    })
    await page.waitForSelector('main >> text=第一考核组')
  }],
  ['coordinator', 'coordinator-1', opened('/standing')]
])

const reviews = stage('2022-01-18', '2022-01-19', [
  ['lead', 'lead-5-2', async (page, here) => {
    await go(page, here.url, '/year-end?tab=reviews')
    const before = await page.locator('[data-act=confirm_review_score]').count()
    assert.ok(before > 0, 'there are scores to confirm')
    await act(page, 'confirm_review_score')
    await page.waitForFunction((n) => document.querySelectorAll('[data-act=confirm_review_score]').length < n, before)
  }],
  ['assessor', 'assessor-6-2', opened('/year-end?tab=sheets')]
])

/// The commission has deliberated: it approves, the office publishes, a unit reads its grade.
const publication = stage('2022-01-24', '2022-01-25', [
  ['commission', 'commission-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/grading')
    await act(page, 'approve_grades')
  }],
  ['office', 'office-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/grading')
    await act(page, 'publish_results')
    await go(page, here.url, '/results')
    await page.waitForSelector('input[name=version]')
  }],
  ['unit', 'd15-1', async (page, here) => {
    await go(page, here.url, '/results')
    await page.waitForSelector('tbody tr:has-text("差")')
  }],
  ['audit_admin', 'audit-admin', verify]
])

/// February: a unit that was graded 差 explains itself; the office accepts.
const explanation = stage('2022-02-13', '2022-02-14', [
  ['unit', 'd15-1', async (page, here) => {
    await go(page, here.url, '/results?tab=explanations')
    await act(page, 'file_explanation', async () => {
      await page.fill('#act-causes', '主体责任压得不实，重点任务推进迟缓')
      await page.fill('#act-measures-0-measure', '党组每季度专题研究党建工作')
      await page.fill('#act-measures-0-person', '党组书记')
      await page.fill('#act-measures-0-date', '2022-06-30')
    })
    await page.waitForSelector('main >> text=已报送')
  }],
  ['office', 'office-1', async (page, here) => {
    await go(page, here.url, '/results?tab=explanations')
    await act(page, 'accept_explanation')
    await page.waitForSelector('main >> text=已认可')
  }]
])

/// March: consequences are handed on, the year is closed and archived, the ledger is read once more.
const consequences = stage('2022-02-28', '2022-03-01', [
  ['office', 'office-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/results?tab=consequences')
    await act(page, 'hand_on_consequences', () => choose(page, 'act-to', '市委组织部').catch(() => page.fill('#act-to', '市委组织部')))
  }]
])
const closing = stage('2022-03-14', '2022-03-15', [
  ['office', 'office-1', async (page, here) => {
    await enrol(page, here)
    await go(page, here.url, '/results')
    await act(page, 'close_year')
    await page.waitForSelector('header >> text=年度关闭')
    await act(page, 'archive_year')
    await page.waitForSelector('header >> text=已归档')
  }],
  ['audit_admin', 'audit-admin', verify],
  ['security_admin', 'security-admin', opened('/admin')],
  ['system_admin', 'system-admin', opened('/admin?tab=backup')]
])

export const YEAR = { drafting, comments, monitoring, halfYear, groups, reviews, publication, explanation, consequences, closing }
