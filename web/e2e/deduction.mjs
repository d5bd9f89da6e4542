/// One deduction from its record to a recheck that changes a grade, in one city: what concerns it is done on the screens, what
/// others owe before a year can be published is done as they would, without their screens.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { go } from './browser.mjs'
import { act, ask, city, enrol, pick, send } from './people.mjs'
import { askRecheck, confirm, decideRecheck, onSheet, record, resultRow } from './steps.mjs'

const DAY = '2022-01-20'  // All sheets are signed and all reviews confirmed; nothing is proposed yet.
const UNIT = { id: 'D37', name: '市投资促进局', account: 'd37-1' }  // The last one within the quota of its domain.
const NEXT = '市科技局'  // The first one behind it.
const SHEET = `${UNIT.name} (四)`
const NOTE = '年终核查：未制定年度学习计划'
/// A scanned page, as small as one can be.
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const NOTICE = { name: '年终核查记录.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') }

/// What the commission of the story decides, and to leave a unit as it is proposed where the story says nothing.
const STORY = new Map(
  readFileSync(new URL('../../schemes/demo-city/year/decisions.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
    .map(([unit, grade, reason]) => [unit, { grade: { 好: 'good', 较好: 'fair', 一般: 'ordinary', 差: 'poor' }[grade], reason }])
)

async function openRows(page) {
  const desk = await ask(page, '/api/v1/years/2021/grading-desk')
  return desk.domains.flatMap((one) => one.rows).filter((row) => row.is_open)
}

/// The commission's questions about all other units.
async function deliberateOthers(page) {
  for (const row of (await openRows(page)).filter((one) => one.unit !== UNIT.id)) {
    const decision = STORY.get(row.unit) ?? { grade: row.proposed, reason: '经综合研判，维持测算等次' }
    await send(page, 'deliberate', { year: 2021, unit: row.unit, ...decision, cites: row.questions[0].cites })
  }
}

/// The assessor finds it late: the office sends the signed sheet back, the finding is recorded with its file and confirmed, the
/// sheet is settled and signed anew.
async function recorded(here, office, unit) {
  await go(office, here.url, '/year-end?tab=sheets')
  await office.fill('main .search input', SHEET)
  await office.waitForFunction(() => document.querySelectorAll('[data-act=reopen_sheet]').length === 1)
  await act(office, 'reopen_sheet', () => office.fill('#act-reason', '年终核查发现新的事实，须重新核定'))
  const recorder = await here.person('assessor-6-1')
  const confirmer = await here.person('assessor-6-2')
  const finding = await record(recorder, here, { unit: UNIT.name, clause: '学习计划', day: '2021-12-08', note: NOTE, files: [NOTICE] })
  await go(confirmer, here.url, '/findings/confirm')
  await confirm(confirmer, NOTE)

  await go(unit, here.url, '/home')
  const row = unit.locator(`.deduction[data-finding="${finding}"]`)
  assert.match(await row.innerText(), /−1/)
  await row.locator(`button:has-text("${NOTE}")`).click()
  const file = await row.locator('a[href^="/api/v1/evidence/"]').first().getAttribute('href')
  assert.equal((await unit.request.get(`${here.url}${file}`)).status(), 200, 'the unit can open the file')

  await onSheet(recorder, here, SHEET, 'settle')
  await onSheet(confirmer, here, SHEET, 'sign')
  return finding
}

/// Proposed by the office, deliberated and approved by the commission, published.
async function published(here, office) {
  await enrol(office, here)
  await go(office, here.url, '/grading')
  await act(office, 'propose_grades')
  const commission = await here.person('commission-1')
  await enrol(commission, here)
  await deliberateOthers(commission)
  await go(commission, here.url, '/grading?domain=departments')
  await commission.click(`tr.open:has-text("${UNIT.name}") [data-act=deliberate]`)
  await pick(commission, 'act-grade', '较好')
  await commission.fill('#act-reason', '失分后未进入名额，空出的名额不予递补')
  await commission.click('[data-test=act-go]')
  await commission.waitForSelector('.rehearsal')
  await commission.click('[data-test=act-go]')
  await commission.waitForSelector('main li >> text=空出的名额不予递补')
  await deliberateOthers(commission)
  assert.deepEqual(await openRows(commission), [])
  await act(commission, 'approve_grades')
  await go(office, here.url, '/grading')
  await act(office, 'publish_results')
}

export async function wholeDeduction() {
  const here = await city(DAY)
  const office = await here.person('office-1')
  const unit = await here.person(UNIT.account)
  const finding = await recorded(here, office, unit)
  await published(here, office)
  assert.match(await resultRow(unit, here, 1, UNIT.name), /较好/, 'the deduction cost the unit its grade')

  await askRecheck(unit, here, finding, '年度学习计划已于2月印发，核查时未予采信')
  const decider = await here.person('commission-2')
  await enrol(decider, here)
  await decideRecheck(decider, here, finding, '经查，计划确已印发，原记录不实', [
    { unit: NEXT, grade: '好', reason: '受限单位空出的名额，按新的名次递补', cites: 'A16.2' }
  ])
  const row = await resultRow(unit, here, 2, UNIT.name)
  assert.match(row, /●好/, 'the recheck changed the grade')
  const told = await unit.innerText('main')
  assert.match(told, /第 2 版[^\n]*复核变更/)
  assert.match(told, new RegExp(`${UNIT.name}.*等次 较好 → 好`))
  await here.end()
}
