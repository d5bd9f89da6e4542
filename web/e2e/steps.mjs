/// What people do on their screens, as far as several journeys need it.
import { go, settled } from './browser.mjs'
import { choose } from './people.mjs'

/// Begins an entry: a unit, a clause by words of it, the day and the fact.
async function fillIn(page, here, { unit, clause, day, note }) {
  await go(page, here.url, '/findings/new')
  await choose(page, 'units', unit)
  await page.keyboard.press('Escape')
  await page.fill('[data-test=clause-search] input, input[data-test=clause-search]', clause)
  await page.click('.pick >> nth=0')
  await page.fill('#occurred', day)
  await page.fill('#note', note)
  await page.waitForSelector('[data-test=foreseen] >> text=/扣 [0-9.]+ 分/')
}

/// An assessor records a finding, with files if there are any. @returns its number
export async function record(page, here, { files = [], ...finding }) {
  await fillIn(page, here, finding)
  if (files.length > 0) {
    await page.check('[role=group] input[type=checkbox]')
    await page.setInputFiles('[role=group] input[type=file]', files)
    await page.waitForFunction((n) => document.querySelectorAll('[role=group] li a[href^="/api/v1/evidence/"]').length === n, files.length)
  }
  await page.click('[data-test=save-finding]')
  await page.waitForURL(/#\/findings\/\d+$/)
  await settled(page)
  return /(\d+)$/.exec(page.url())[1]
}

/// Somebody else of the body confirms the finding with this fact, on the queue that he has open.
export async function confirm(page, note) {
  await page.check(`li:has-text("${note}") input[type=checkbox]`)
  await page.click('[data-test=confirm-chosen]')
  await page.click('[data-test=confirm-go]')
  await page.waitForSelector('text=已确认 1 条')
}

/// A task sheet, by its unit and task, is settled or signed.
export async function onSheet(page, here, label, step) {
  await go(page, here.url, '/year-end?tab=sheets')
  await page.check(`input[aria-label="${label}"]`)
  await page.click(`[data-test=${step}]`)
  await page.click('[data-test=sheets-go]')
  await page.waitForSelector(step === 'settle' ? 'text=已核定 1 张' : 'text=已签认 1 张')
}

/// A finding in the rows of a form that name findings.
async function nameFinding(page, field, finding) {
  await page.click(`.act-form [data-field=${field}] >> text=增加一行`)
  await page.locator(`#act-${field}-0-finding`).click({ force: true })
  await page.keyboard.type(`${finding} `)
  await page.locator(`.el-select-dropdown__item:has-text("${finding} "):visible >> nth=0`).click()
}

/// A unit asks for a recheck of a finding.
export async function askRecheck(page, here, finding, text) {
  await go(page, here.url, '/results')
  await page.click('[data-act=request_recheck]')
  await page.fill('#act-text', text)
  await nameFinding(page, 'findings', finding)
  await page.click('[data-test=act-go]')
  await page.waitForSelector('.el-message >> text=已办理')
}

/// The commission finds the finding wrong; what the new ranks leave open it settles in the same decision.
export async function decideRecheck(page, here, finding, reason, settledRows) {
  await go(page, here.url, '/results?tab=rechecks')
  await page.click('[data-act=decide_recheck]')
  await page.locator('#act-ruling').click({ force: true })
  await page.locator('.el-select-dropdown__item:has-text("变更"):visible').click()
  await page.fill('#act-reason', reason)
  await nameFinding(page, 'withdrawn', finding)
  if (settledRows.length > 0) {
    await page.click('[data-test=act-go]')
    await page.waitForSelector('.problem >> text=尚待研究')
  }
  for (const [i, row] of settledRows.entries()) {
    await page.click('.act-form [data-field=settled] >> text=增加一行')
    await choose(page, `act-settled-${i}-unit`, row.unit)
    await page.locator(`#act-settled-${i}-grade`).click({ force: true })
    await page.locator(`.el-select-dropdown__item:has-text("${row.grade}"):visible >> nth=0`).click()
    await page.fill(`#act-settled-${i}-reason`, row.reason)
    await choose(page, `act-settled-${i}-cites`, row.cites)
  }
  await page.click('[data-test=act-go]')
  await page.waitForSelector('.rehearsal')
  await page.click('[data-test=act-go]')
  await page.waitForSelector('main >> text=变更')
}

/// The grade of a unit in a version of the result, as its row says it.
export async function resultRow(page, here, version, unit) {
  await go(page, here.url, `/results?version=${version}`)
  await page.waitForSelector('input[name=version]:checked >> nth=0')
  const row = page.locator(`tbody tr:has-text("${unit}")`).first()
  await row.waitFor()
  return row.textContent()
}
