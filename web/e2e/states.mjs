/// States that only come about by doing something: forms open, refused, rehearsed; the past; charts as tables. Each is
/// pictured and looked at by axe, as the screens of the tour are.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { go, open, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'
import { barriers } from './tour.mjs'

const out = join(fileURLToPath(new URL('.', import.meta.url)), 'out')

const STATES = {
  form: async (page, url) => {
    await signIn(page, url, 'c03-1')
    await go(page, url, '/matters/3985')
    await page.click('[data-act=rectify_matter]')
    await page.waitForSelector('#act-analysis')
  },
  form_refused: async (page, url) => {
    await signIn(page, url, 'c03-1')
    await go(page, url, '/matters/3985')
    await page.click('[data-act=rectify_matter]')
    await page.fill('#act-analysis', '原因')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('.error')
  },
  form_rehearsed: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/act/publish_supervision_circular')
    await page.fill('#act-text', '关于二季度整改情况的通报')
    await page.locator('#act-units-0-unit').click({ force: true })
    await page.keyboard.type('石涧县')
    await page.locator('.el-select-dropdown__item:visible >> nth=0').click()
    await page.fill('#act-units-0-text', '整改进展缓慢')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('.rehearsal')
  },
  step_up: async (page, url) => {
    await STATES.form_rehearsed(page, url)
    const body = JSON.stringify({ type: '', title: '此操作须动态口令验证', status: 403, code: 'second_factor_needed', errors: [] })
    await page.route('**/api/v1/acts/publish_supervision_circular*', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body }))
    await page.click('[data-test=act-go]')
    await page.waitForSelector('#step-up-code')
  },
  notices: async (page, url) => {
    await signIn(page, url, 'lead-5-1')
    await go(page, url, '/work')
    await page.click('[data-test=bell]')
    await page.waitForSelector('.el-popover:visible li')
  },
  past: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/monitoring')
    await page.fill('#as-of', '2021-04-01')
    await page.press('#as-of', 'Enter')
    await page.waitForSelector('[data-test=as-of-banner]')
  },
  refused_sign_in: async (page, url) => {
    await page.goto(`${url}/#/sign-in`)
    await page.fill('#name', 'nobody')
    await page.fill('#password', 'wrong')
    await page.click('[data-test=sign-in]')
    await page.waitForSelector('.problem')
  },
  charts: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/sheet/C03')
    await page.waitForSelector('canvas')
    await page.locator('canvas >> nth=0').scrollIntoViewIfNeeded()
  },
  charts_as_tables: async (page, url) => {
    await STATES.charts(page, url)
    for (const one of await page.$$('figure .link-button')) await one.click()
  },
  what_if: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/sheet/C03')
    await page.check('fieldset input[type=checkbox] >> nth=0')
    await page.click('button:has-text("推演")')
    await page.waitForSelector('.answer')
    await page.locator('.answer').scrollIntoViewIfNeeded()
  },
  clause: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators')
    await page.click('.fold >> nth=3')
    await page.waitForSelector('.clause')
  },
  article: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/regulation')
    await page.click('article .link-button >> nth=15')
    await page.locator('.inside').scrollIntoViewIfNeeded()
  },
  finding: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/findings/698')
  },
  correction: async (page, url) => {
    await signIn(page, url, 'assessor-6-1')
    await go(page, url, '/findings?stage=recorded')
    await page.click('tbody td:nth-child(1) a >> nth=0')
    await page.click('[data-act=correct_finding]')
    await page.waitForSelector('#act-reason')
  }
}

export async function states(only = '') {
  mkdirSync(out, { recursive: true })
  const failures = []
  const { browser, url, stop } = await open(CITY.july)
  for (const [name, reach] of Object.entries(STATES)) {
    if (only && only !== name) continue
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(15000)
    await reach(page, url)
    await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))))
    await page.screenshot({ path: join(out, `state-${name}.png`) })
    for (const one of await barriers(page)) failures.push(`state ${name}: ${one}`)
    await context.close()
  }
  await stop()
  for (const one of failures) console.log(`FAIL ${one}`)
  console.log(`${Object.keys(STATES).length} states seen`)
  if (failures.length > 0) throw new Error(`${failures.length} failures in the states`)
}

if (process.argv[1]?.endsWith('states.mjs')) await states(process.argv[2])
