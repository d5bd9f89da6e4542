/// Journeys: people of the demonstration city do their work in the browser, one deduction goes from its record to a
/// rechecked grade, a voter votes on a phone, someone works without a mouse. Each journey makes its own city.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { go, settled } from './browser.mjs'
import { heng } from './cities.mjs'
import { wholeDeduction } from './deduction.mjs'
import { city, enrol, living } from './people.mjs'
import { askRecheck, confirm, decideRecheck, onSheet, record, resultRow } from './steps.mjs'
import { YEAR } from './year.mjs'

const out = join(fileURLToPath(new URL('.', import.meta.url)), 'out')

/// One deduction: recorded by one, seen live and confirmed by another, found in the sheet, objected to by the unit, answered.
async function oneDeduction() {
  const here = await city('2021-07-15')
  const recorder = await here.person('assessor-6-1')
  const confirmer = await here.person('assessor-6-2')
  const unit = await here.person('d13-1')
  await go(confirmer, here.url, '/findings/confirm')
  await go(unit, here.url, '/home')
  const before = await unit.textContent('.chain')

  const note = '半年抽查：未制定年度学习计划'
  const finding = await record(recorder, here, { unit: '市财政局', clause: '学习计划', day: '2021-07-12', note })
  assert.match(await recorder.textContent('main'), /待确认/)
  await confirmer.waitForSelector(`text=${note}`)
  await confirm(confirmer, note)

  await unit.waitForSelector(`text=${note}`)
  assert.notEqual(await unit.textContent('.chain'), before, 'the score changed without a reload')
  await go(unit, here.url, `/findings/${finding}`)
  await unit.click('[data-act=object_to_finding]')
  await unit.fill('#act-text', '年度学习计划已于2月印发，有文件为证')
  await unit.click('[data-test=act-go]')
  await unit.waitForSelector('text=异议待答复')

  await go(confirmer, here.url, `/findings/${finding}`)
  await confirmer.click('[data-act=answer_objection]')
  await confirmer.locator('#act-answer').click({ force: true })
  await confirmer.click('.el-select-dropdown__item:has-text("成立") >> nth=0')
  await confirmer.fill('#act-reason', '经核，计划确已印发')
  await confirmer.click('[data-test=act-go]')
  await confirmer.waitForSelector('text=异议成立')
  await here.end()
}

/// Without a mouse, from the first key to a confirmed finding.
async function byKeyboard() {
  const here = await city('2021-07-15')
  const page = await here.person(null)
  await page.goto(`${here.url}/#/sign-in`)
  await settled(page)
  const until = async (what, key = 'Tab') => {
    for (let i = 0; i < 120; i++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, what)) return
      await page.keyboard.press(key)
    }
    assert.fail(`the keyboard never reaches ${what}`)
  }
  await until('#name')
  await page.keyboard.type('assessor-6-2')
  await until('#password')
  await page.keyboard.type('heng-demo-2021')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=sign-out]')
  await until('a[href="#/findings"]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("扣分记录")')
  await until('main .el-button')
  await page.keyboard.press('Enter')
  await page.waitForSelector('h1:has-text("待确认")')
  await page.waitForSelector('li.item input')
  await until('li.item input[type=checkbox]')
  await page.keyboard.press('Space')
  await page.waitForSelector('[data-test=confirm-chosen]:not([disabled])')
  await until('[data-test=confirm-chosen]', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-test=confirm-go]')
  await until('[data-test=confirm-go]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=已确认 1 条')
  await here.end()
}

/// A half-year self-check: typed, the tab closed, nothing lost, handed in, reviewed by the lead.
async function selfCheck() {
  const here = await city('2021-07-15')
  const unit = await here.person('c05-1')
  await go(unit, here.url, '/self-check/C05')
  await unit.fill('#summary', '上半年党建工作总结：按计划推进。')
  await unit.reload()
  await settled(unit)
  assert.equal(await unit.inputValue('#summary'), '上半年党建工作总结：按计划推进。', 'a closed tab loses nothing')
  for (const field of await unit.$$('textarea[id^="done-"]')) await field.fill('按计划推进')
  await unit.click('[data-test=hand-in]')
  await unit.click('[data-test=hand-in-go]')
  await unit.waitForSelector('main >> text=已报送')
  const lead = await here.person('coordinator-1')
  await go(lead, here.url, '/self-check/C05')
  const capacities = await lead.$$eval('[data-test=acting-as] option', (all) => all.map((one) => one.textContent))
  assert.ok(capacities.some((one) => one.includes('主要考核责任单位')), capacities.join())
  await lead.selectOption('select[data-test=acting-as]', 'lead:市委组织部')
  await lead.waitForSelector('h1:has-text("工作台")')
  await go(lead, here.url, '/self-check/C05')
  await lead.click('[data-act=review_self_check]')
  await lead.fill('#act-evaluation', '进度符合要求')
  await lead.click('[data-test=act-go]')
  await lead.waitForSelector('main >> text=已审核评价')
  await here.end()
}

/// The past: as of a day, the whole application shows what it was, and offers nothing to do.
async function asOf() {
  const here = await city('2021-07-15')
  const page = await here.person('office-1')
  await go(page, here.url, '/findings')
  const now = await page.textContent('.tools')
  await page.fill('#as-of', '2021-04-01')
  await page.press('#as-of', 'Enter')
  await page.waitForSelector('[data-test=as-of-banner]')
  await page.waitForFunction((before) => document.querySelector('.tools')?.textContent !== before, now)
  assert.equal(await page.$$eval('[data-act]', (all) => all.length), 0, 'nothing can be done in the past')
  await page.click('[data-test=as-of-banner] button')
  await page.waitForFunction((before) => document.querySelector('.tools')?.textContent === before, now)
  await here.end()
}

/// A binding act: an authenticator is enrolled, the office orders a supervision, sees it before it is done, shows its code.
async function bindingAct() {
  const here = await city('2021-07-15')
  const lead = await here.person('lead-5-1')
  await go(lead, here.url, '/monitoring?tab=matters')
  await lead.click('tbody tr:has-text("整改中") a >> nth=0')
  await lead.click('[data-act=request_supervision]')
  await lead.fill('#act-reason', '整改进展缓慢')
  await lead.click('[data-test=act-go]')
  await lead.waitForSelector('main >> text=已提请督办')
  const matter = /#(\/matters\/\d+)/.exec(lead.url())[1]
  const page = await here.person('office-1')
  await enrol(page, here)
  await go(page, here.url, matter)
  await page.waitForSelector('[data-act=order_supervision]')
  await page.click('[data-act=order_supervision]')
  await page.fill('#act-text', '请于期限前整改到位并报送结果')
  await page.fill('#act-until', '2021-08-20')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('.rehearsal >> text=请于期限前整改到位并报送结果')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('main >> text=督办中')
  await page.click('[data-test=sign-out]')
  await page.fill('#name', 'office-1')
  await page.fill('#password', 'heng-demo-2021')
  await page.click('[data-test=sign-in]')
  await page.waitForSelector('.problem >> text=动态口令')
  await here.end()
}

/// A ballot: opened with codes made in the browser, voted on a phone with one of them, which then is used up.
async function ballot() {
  const here = await city('2021-12-20')
  const lead = await here.person('lead-1-1')
  await go(lead, here.url, '/ballots/new')
  await lead.selectOption('select >> nth=-1', { label: '市级公立医院' })
  await lead.fill('input[data-test=group-0], [data-test=group-0] input', '考核组成员')
  await lead.fill('input[data-test=voters-0], [data-test=voters-0] input', '7')
  await lead.click('[data-test=prepare]')
  await lead.waitForSelector('[data-test=act-go]')
  await lead.click('[data-test=act-go]')
  await lead.waitForSelector('.rehearsal')
  await lead.click('[data-test=act-go]')
  await lead.waitForSelector('[data-test=slips] li')
  const codes = await lead.$$eval('[data-test=slips] .code', (all) => all.map((one) => one.textContent))
  assert.equal(codes.length, 7)
  const phone = await here.person(null, { viewport: { width: 390, height: 844 }, isMobile: true })
  await phone.goto(`${here.url}/#/vote/demo-city`)
  await phone.fill('#code', codes[3].toLowerCase())
  await phone.click('[data-test=paper]')
  await phone.waitForSelector('fieldset')
  const units = await phone.$$('fieldset')
  for (const unit of units) await (await unit.$('input[value=good]')).check()
  await phone.click('[data-test=cast]')
  await phone.click('[data-test=cast-go]')
  await phone.waitForSelector('text=投票已提交')
  await phone.reload()
  await phone.fill('#code', codes[3])
  await phone.click('[data-test=paper]')
  await phone.waitForSelector('fieldset')
  for (const unit of await phone.$$('fieldset')) await (await unit.$('input[value=poor]')).check()
  await phone.click('[data-test=cast]')
  await phone.click('[data-test=cast-go]')
  await phone.waitForSelector('.problem')
  await here.end()
}

/// From a published result to a recheck that changes it: asked for by the unit, decided, a new version, who moved is told.
async function recheck() {
  const here = await city('2022-01-28', { until: '2022-01-26' })
  const unit = await here.person('d13-1')
  const before = await resultRow(unit, here, 1, '市财政局')
  const sheet = await here.person('d13-2')
  await go(sheet, here.url, '/home')
  const finding = /(\d+)/.exec(await sheet.getAttribute('.deduction >> nth=0', 'data-finding'))[1]
  await askRecheck(unit, here, finding, '所列扣分记录与事实不符')

  const decider = await here.person('commission-2')
  await enrol(decider, here)
  await decideRecheck(decider, here, finding, '经查，原记录不实', [
    { unit: '市财政局', grade: '好', reason: '失分更正后名次进入名额，同意按名次递补', cites: 'A16.2' }
  ])
  const after = await resultRow(unit, here, 2, '市财政局')
  assert.notEqual(after, before)
  assert.match(after, /●好/, 'the recheck changed the grade')
  await here.end()
}

/// Two who correct the same finding: the slower is told, nothing of the faster is overwritten, nothing typed is lost.
async function twoWriters() {
  const here = await city('2021-07-15')
  const slow = await here.person('assessor-6-1')
  const fast = await here.person('assessor-6-2')
  for (const page of [slow, fast]) {
    await go(page, here.url, '/findings?stage=recorded')
    await page.click('tbody td:nth-child(1) a >> nth=-1')
    await page.click('[data-act=correct_finding]')
    await page.waitForSelector('#act-reason')
  }
  await slow.fill('#act-reason', '慢的一方的理由')
  await fast.fill('#act-reason', '快的一方的理由')
  await fast.fill('#act-note', '快的一方更正后的事实')
  await fast.click('[data-test=act-go]')
  await fast.waitForSelector('main >> text=快的一方更正后的事实')
  await slow.waitForSelector('text=填写期间，此记录已被他人更新')
  assert.ok(await slow.isDisabled('[data-test=act-go]'))
  assert.equal(await slow.inputValue('#act-reason'), '慢的一方的理由')
  await here.end()
}

/// The session ends under an open form: the password is asked for over it, and the work goes on.
async function expired() {
  const here = await city('2021-07-15')
  const page = await here.person('assessor-6-1')
  await go(page, here.url, '/findings?stage=recorded')
  await page.click('tbody td:nth-child(1) a >> nth=-1')
  await page.click('[data-act=withdraw_finding]')
  await page.fill('#act-reason', '重复记录')
  const other = await here.person('assessor-6-1')
  await go(other, here.url, '/account')
  await other.click('li button:has-text("退出该处登录")')
  await other.fill('#end-password', 'heng-demo-2021')
  await other.click('form button:has-text("退出该处登录")')
  await other.waitForFunction(() => document.querySelectorAll('li button').length === 0)
  await page.click('[data-test=act-go]')
  await page.waitForSelector('#again-password')
  await page.fill('#again-password', 'heng-demo-2021')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#again-password', { state: 'hidden' })
  assert.equal(await page.inputValue('#act-reason'), '重复记录')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('main >> text=已撤回')
  await here.end()
}

/// Year-end: a sheet is settled by one and signed by another; whoever settled it is not offered to sign it.
async function settleAndSign() {
  const here = await city('2022-01-06')
  const settler = await here.person('assessor-6-1')
  await go(settler, here.url, '/year-end?tab=sheets')
  await settler.waitForSelector('tbody input[type=checkbox]')
  const sheet = await settler.getAttribute('tbody input[type=checkbox] >> nth=0', 'aria-label')
  await onSheet(settler, here, sheet, 'settle')
  await settler.waitForFunction((label) => !document.querySelector(`input[aria-label="${label}"]`), sheet)
  const signer = await here.person('assessor-6-2')
  await onSheet(signer, here, sheet, 'sign')
  await here.end()
}

/// The grading desk: names hidden, an open question decided with its reason, the decision in the minutes.
async function deliberation() {
  const here = await city('2022-01-21')
  const page = await here.person('commission-1')
  await enrol(page, here)
  await go(page, here.url, '/grading?domain=counties')
  await page.waitForSelector('tr.open')
  await page.check('text=隐去单位名称')
  assert.match(await page.textContent('tr.open'), /单位 \d+/)
  await page.uncheck('text=隐去单位名称')
  await page.click('tr.open [data-act=deliberate]')
  await page.fill('#act-reason', '排名末位，经综合研判，年度成效不明显')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('.rehearsal')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('main li >> text=排名末位，经综合研判，年度成效不明显')
  await here.end()
}

/// Monitoring: several tasks of a quarter marked together.
async function marking() {
  const here = await city('2021-07-08', { until: '2021-07-06' })
  const page = await here.person('assessor-6-1')
  await go(page, here.url, '/monitoring?tab=progress&quarter=2&domain=schools')
  await page.waitForSelector('tbody input[type=checkbox]')
  await page.check('tbody input[type=checkbox] >> nth=0')
  await page.check('tbody input[type=checkbox] >> nth=1')
  await page.click('[data-test=mark]')
  await page.waitForSelector('text=已填报 2 项')
  await here.end()
}

const JOURNEYS = { ...YEAR, settleAndSign, deliberation, marking, twoWriters, expired, recheck, bindingAct, ballot, wholeDeduction, oneDeduction, byKeyboard, selfCheck, asOf }

export async function journeys(only) {
  if (!existsSync(heng)) throw new Error(`no heng at ${heng}; set HENG`)
  for (const [name, run] of Object.entries(JOURNEYS)) {
    if (only && only !== name) continue
    const from = Date.now()
    try {
      await run()
    } catch (error) {
      mkdirSync(out, { recursive: true })
      for (const [i, page] of [...living].flatMap((one) => one.pages).entries()) {
        await page.screenshot({ path: join(out, `failed-${name}-${i}.png`) }).catch(() => undefined)
        console.log(await page.$$eval('[role=alert]', (all) => all.map((one) => one.innerText)).catch(() => []))
      }
      throw error
    } finally {
      for (const one of living) await one.end()
    }
    console.log(`ok  ${name}  ${((Date.now() - from) / 1000).toFixed(1)} s`)
  }
}

if (process.argv[1]?.endsWith('journey.mjs')) await journeys(process.argv[2])
