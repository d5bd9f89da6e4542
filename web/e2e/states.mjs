/// States that only come about by doing something: forms open, refused, rehearsed; the past; charts as tables. Each is
/// pictured and looked at by axe, as the screens of the tour are.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { go, open, settled, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'
import { barriers } from './tour.mjs'

const out = join(fileURLToPath(new URL('.', import.meta.url)), 'out')

/// An office's table with a doubt in one clause and an error in another.
const TABLE = [
  ['考核指标', '基本任务', '任务要求', '扣分细则', '考核责任单位'],
  ['一、党的政治建设（10分）', '（一）政治建设（10分）', '坚持和加强党的全面领导', '1.未制定年度学习计划的，扣1分。', '市委组织部'],
  ['', '', '', '2.落实不力的，酌情扣分。', '市委组织部']
].map((row) => row.join('\t')).join('\n')

/// Those that are not of the city in July say which.
const WHERE = { slips: 'winter', history_years: 'after', standings_found: 'after', dots_as_table: 'after', scorebook: 'after' }

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
  what_if_added: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/sheet/C03')
    await page.click('summary:has-text("假设新增一条扣分")')
    await page.fill('[data-test=clause-search] input, input[data-test=clause-search]', '学习计划')
    await page.click('.pick >> nth=0')
    await page.fill('input[data-test=added-value], [data-test=added-value] input', '2')
    await page.click('button:has-text("推演")')
    await page.waitForSelector('.answer')
    await page.locator('.answer').scrollIntoViewIfNeeded()
  },
  clause_reworded: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators?tab=reword')
    await page.click('[data-test=reword-open] >> nth=0')
    const text = page.locator('.clause textarea')
    await text.fill((await text.inputValue()).replace(/[。.]?$/, '；情节严重的，酌情扣分。'))
    await page.waitForSelector('[data-test=doubts] li')
  },
  table_read: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators?tab=import')
    await page.setInputFiles('[data-test=import-file]', { name: '县区指标表.tsv', mimeType: 'text/tab-separated-values', buffer: Buffer.from(TABLE) })
    await page.waitForSelector('[role=region] tbody tr')
  },
  editions_compared: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators?tab=drafts')
    await page.click('[data-test=compare] >> nth=-1')
    await page.waitForSelector('[role=status] ins, [role=status] p')
  },
  draft_checked: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators?tab=drafts')
    await page.click('[data-test=check] >> nth=-1')
    await page.waitForSelector('[data-test=check-report] details, [data-test=check-report] .good')
  },
  days_set: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/indicators?tab=days')
    const days = page.locator('main textarea >> nth=0')
    await days.fill(`${await days.inputValue()}\n2021-12-31`)
    await page.waitForSelector('main li >> text=2021-12-31')
    await days.fill(`${await days.inputValue()}\n2021-02-31`)
    await page.waitForSelector('main .bad[role=alert]')
  },
  heat_within: async (page, url) => {
    await signIn(page, url, 'lead-5-1')
    await go(page, url, '/monitoring')
    const lost = async () => Number(await page.textContent('tbody tr:has(th) >> nth=0 >> td.num'))
    const year = await lost()
    await page.selectOption('[data-test=heat-quarter]', '2')
    await page.check('[data-test=heat-within]')
    await page.waitForSelector('caption:has-text("二季度")', { state: 'attached' })
    await settled(page)
    if (await lost() > year) throw new Error('more is lost within a quarter than in the year')
  },
  log_searched: async (page, url) => {
    await signIn(page, url, 'audit-admin')
    await go(page, url, '/ledger')
    await page.fill('[data-test=log-text] input, input[data-test=log-text]', '财政局')
    await page.waitForFunction(() => { const rows = [...document.querySelectorAll('main tbody tr')]; return rows.length > 0 && rows.every((row) => row.innerText.includes('财政局')) })
  },
  evidence_chosen: async (page, url) => {
    await signIn(page, url, 'assessor-6-2')
    await go(page, url, '/findings/new')
    await page.click('[data-test=evidence-existing]')
    await page.check('.el-dialog:visible input[type=checkbox] >> nth=0')
    await page.waitForSelector('.el-dialog:visible >> text=已选 1 项')
  },
  scorebook: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/standing')
    const came = page.waitForEvent('download')
    await page.click('[data-test=download]')
    const name = (await came).suggestedFilename()
    if (!name.endsWith('.xlsx')) throw new Error(`the score book came as ${name}`)
  },
  slips: async (page, url) => {
    await signIn(page, url, 'lead-1-1')
    await go(page, url, '/ballots/new')
    await page.selectOption('select >> nth=-1', { label: '市级公立医院' })
    await page.fill('input[data-test=group-0], [data-test=group-0] input', '考核组成员')
    await page.fill('input[data-test=voters-0], [data-test=voters-0] input', '7')
    await page.click('[data-test=prepare]')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('.rehearsal')
    await page.click('[data-test=act-go]')
    await page.waitForSelector('[data-test=slips] li')
  },
  history_years: async (page, url) => {
    await signIn(page, url, 'd13-1')
    await go(page, url, '/home')
    await page.click('[role=tab]:has-text("按年度")')
    await page.waitForSelector('figcaption:has-text("各年度")')
    await page.locator('figcaption:has-text("各年度")').scrollIntoViewIfNeeded()
  },
  dots_as_table: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/standing')
    await page.click('figure .link-button >> nth=0')
    await page.waitForSelector('figure td >> nth=0')
  },
  standings_found: async (page, url) => {
    await signIn(page, url, 'office-1')
    await go(page, url, '/standing?domain=departments')
    const field = page.locator('main .search input')
    await field.fill('财政')
    await page.waitForFunction(() => document.querySelectorAll('main [role=region] tbody tr').length > 0)
    const rows = await page.$$eval('main [role=region]:last-of-type tbody tr', (all) => all.map((one) => one.innerText))
    if (!rows.some((one) => one.includes('财政'))) throw new Error('the search finds no 财政')
    await field.scrollIntoViewIfNeeded()
  },
  date_field: async (page, url) => {
    await signIn(page, url, 'assessor-6-2')
    await go(page, url, '/findings/new')
    await page.fill('#occurred', '2021-06-31')
    await page.locator('#occurred').blur()
    await page.waitForSelector('.date .error')
    await page.locator('.date:has(#occurred) button').click()
    await page.waitForSelector('.panel td button')
  },
  sent_back: async (page, url) => {
    await signIn(page, url, 'd60-1')
    await go(page, url, '/work')
    await page.waitForSelector('[data-test=returned] li')
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
  const open_cities = new Map()
  for (const [name, reach] of Object.entries(STATES)) {
    if (only && only !== name) continue
    const where = WHERE[name] ?? 'july'
    if (!open_cities.has(where)) open_cities.set(where, await open(CITY[where]))
    const { browser, url } = open_cities.get(where)
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(15000)
    await reach(page, url)
    await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))))
    await page.screenshot({ path: join(out, `state-${name}.png`) })
    for (const one of await barriers(page)) failures.push(`state ${name}: ${one}`)
    await context.close()
  }
  for (const one of open_cities.values()) await one.stop()
  for (const one of failures) console.log(`FAIL ${one}`)
  console.log(`${Object.keys(STATES).filter((one) => !only || only === one).length} states seen`)
  if (failures.length > 0) throw new Error(`${failures.length} failures in the states`)
}

if (process.argv[1]?.endsWith('states.mjs')) await states(process.argv[2])
