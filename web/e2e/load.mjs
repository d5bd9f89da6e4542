/// A domain of 1,000 units and 130 clauses, made up and given in the place of the server's answers: how long screens take to
/// stand, and whether they scroll without stuttering. `node e2e/load.mjs [SCREEN]`
import { go, open, settled, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'

const UNITS = 1000
const CLAUSES = 130
const FINDINGS = 20000
const FRAMES = 120
/// Work is the processor's time of the page's thread for each frame, which other programs on the machine do not lengthen.
export const LOAD_BOUNDS = { stands_ms: 3000, work_ms: 16.7, input_ms: 200 }

/// Always the same numbers.
function dice(seed) {
  let state = seed
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % sides
  }
}

/// The demonstration city's answers, made large: its first domain keeps its tasks and gets 130 clauses and 1,000 units.
export class LargeCity {
  constructor(scheme, units) {
    this.table = scheme.domains[0]
    this.tasks = this.table.categories.flatMap((one) => one.tasks)
    const pattern = this.tasks[0].clauses[0]
    let made = this.tasks.reduce((all, task) => all + task.clauses.length, 0)
    for (let i = 0; made < CLAUSES; i = (i + 1) % this.tasks.length, made++) {
      const task = this.tasks[i]
      const id = String(task.clauses.length + 1)
      task.clauses.push({ ...pattern, id, branches: pattern.branches.map((branch) => ({ ...branch, id: `${task.id}.${id}` })) })
    }
    this.clauses = made
    this.scheme = scheme
    this.units = Array.from({ length: UNITS }, (_, i) => ({ ...units[0], id: `U${i + 1}`, name: `第${i + 1}镇(街道)`, domain: this.table.id, domain_name: this.table.name }))
    const branches = this.tasks.flatMap((task) => task.clauses.flatMap((clause) => clause.branches.map((branch) => ({ task, clause, branch }))))
    const throwDie = dice(7)
    this.findings = Array.from({ length: FINDINGS }, (_, i) => {
      const { task, clause, branch } = branches[throwDie(branches.length)]
      const unit = this.units[throwDie(UNITS)]
      return {
        id: i + 1, unit: unit.id, unit_name: unit.name, body: task.assessors[0] ?? '市委组织部', branch: branch.id, branch_text: branch.text, case: '', clause: clause.id, domain: this.table.id,
        task: task.id, task_name: task.name, meaning: branch.meaning, note: `第${throwDie(4) + 1}季度抽查：${branch.text.slice(0, 24)}`, objection: null, occurred_on: `2021-0${throwDie(6) + 1}-1${throwDie(9)}`,
        recorded_by: 'assessor-6-1', recorded_on: '2021-07-01', confirmed_on: '2021-07-02', source: '季度监测', stage: 'confirmed', value: '1'
      }
    })
  }

  heatMap() {
    const throwDie = dice(3)
    const rows = this.units.map((unit) => ({
      id: unit.id, unit: unit.id, unit_name: unit.name, lost: '1.5',
      cells: this.tasks.map((task) => { const findings = throwDie(5) === 0 ? throwDie(3) + 1 : 0; return { task: task.id, lost: findings ? `${findings * 0.5}` : '0', findings } })
    }))
    return { id: this.table.id, year: 2021, domain: this.table.id, domain_name: this.table.name, tasks: this.tasks.map(({ id, name, points }) => ({ id, name, points })), rows }
  }

  standings(pattern) {
    const rows = this.units.map((unit, i) => ({ ...pattern, id: unit.id, unit: unit.id, unit_name: unit.name, rank: i + 1, total: (99 - i / 50).toFixed(2), indicator: (79 - i / 60).toFixed(2), proposed: i < 300 ? 'good' : 'fair', questions: [] }))
    return { id: this.table.id, year: 2021, domain: this.table.id, domain_name: this.table.name, quota: 300, is_complete: true, rows }
  }

  sheets(pattern) {
    return this.units.flatMap((unit) => this.tasks.map((task) => ({ ...pattern, id: `${unit.id} ${task.id}`, unit: unit.id, unit_name: unit.name, domain: this.table.id, task: task.id, task_name: task.name, points: task.points, score: task.points, lost: '0' })))
  }
}

const page_of = (all, url) => {
  const limit = Number(url.searchParams.get('limit') ?? 100)
  const from = Number(url.searchParams.get('cursor') ?? 0)
  return { items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null }
}

async function mock(page, large, patterns) {
  const answer = (pattern, make) => page.route(pattern, (route) => {
    const body = JSON.stringify(make(new URL(route.request().url())))
    return route.fulfill({ status: 200, contentType: 'application/json', body })
  })
  await answer(/\/api\/v1\/units\?/, (url) => page_of(large.units, url))
  await answer(/\/api\/v1\/years\/\d+\/scheme/, () => large.scheme)
  await answer(/\/domains\/[^/]+\/heat-map/, () => large.heatMap())
  await answer(/\/domains\/[^/]+\/standings/, () => large.standings(patterns.standing))
  await answer(/\/years\/\d+\/findings\?/, (url) => page_of(large.findings, url))
  const sheets = large.sheets(patterns.sheet)
  await answer(/\/years\/\d+\/task-sheets/, (url) => page_of(sheets, url))
}

/// Scrolls a box for a while as a wheel does, and gives the times between frames.
function frames(page, box) {
  return page.evaluate(async ([selector, count]) => {
    const target = [...document.querySelectorAll(selector)].sort((a, b) => b.scrollHeight - a.scrollHeight)[0]
    if (!target || target.scrollHeight <= target.clientHeight) throw new Error(`nothing to scroll: ${selector}`)
    const times = []
    let last = performance.now()
    await new Promise((resolve) => {
      const step = (now) => {
        times.push(now - last)
        last = now
        target.scrollTop += 240
        if (times.length < count) requestAnimationFrame(step)
        else resolve()
      }
      requestAnimationFrame(step)
    })
    const sorted = times.slice(1).sort((a, b) => a - b)
    return { p95: sorted[Math.floor(sorted.length * 0.95)], worst: sorted.at(-1), drawn: target.querySelectorAll('tr').length }
  }, [box, FRAMES])
}

async function threadTime(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((one) => one.name === 'TaskDuration').value * 1000
}

/// The same, and what each frame costs the page's thread.
async function scrolled(page, box) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await threadTime(session)
  const seen = await frames(page, box)
  const work_ms = (await threadTime(session) - before) / FRAMES
  await session.detach()
  return { ...seen, work_ms }
}

/// From a key to the frame that shows what it did.
async function inputTime(page, field, text) {
  await page.focus(field)
  const times = []
  for (const letter of text) {
    const from = Date.now()
    await page.keyboard.insertText(letter)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    times.push(Date.now() - from)
  }
  return Math.max(...times)
}

const SCREENS = [
  { name: 'heat map', account: 'office-1', path: '/monitoring', box: '[role=region]' },
  { name: 'standings', account: 'office-1', path: '/standing', box: '[role=region]' },
  { name: 'findings', account: 'office-1', path: '/findings', box: '[role=region]', field: 'main input[type=text], main .el-input__inner', text: '抽查每1起' },
  { name: 'task sheets', account: 'office-1', path: '/year-end?tab=sheets', box: '[role=region]' },
  { name: 'entry form', account: 'assessor-6-2', path: '/findings/new', entry: true }
]

export async function load(only = '', onLine) {
  const { browser, url, stop } = await open(CITY.july)
  const out = []
  for (const screen of SCREENS) {
    if (only && screen.name !== only) continue
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    page.setDefaultTimeout(60000)
    await signIn(page, url, screen.account)
    const get = (path) => page.evaluate(async (address) => (await fetch(address)).json(), `/api/v1/${path}`)
    const [scheme, units] = [await get('years/2021/scheme'), await get('units?limit=1')]
    const standing = (await get(`years/2021/domains/${scheme.domains[0].id}/standings`)).rows?.[0] ?? {}
    const sheet = (await get('years/2021/task-sheets?limit=1')).items?.[0] ?? {}
    const large = new LargeCity(scheme, units.items)
    await mock(page, large, { standing, sheet })
    await page.goto('about:blank')
    const from = Date.now()
    await go(page, url, screen.path)
    const line = { name: screen.name, stands_ms: Date.now() - from }
    if (screen.box) Object.assign(line, await scrolled(page, screen.box))
    if (screen.field) line.input_ms = await inputTime(page, screen.field, screen.text)
    if (screen.entry) line.input_ms = await entry(page)
    out.push(line)
    onLine?.(line)
    await context.close()
  }
  await stop()
  return out
}

/// A unit out of 1,000, then a clause out of 130 by words.
async function entry(page) {
  await page.locator('#units').click({ force: true })
  const times = [await inputTime(page, '#units', '第988镇')]
  await page.locator('.el-select-dropdown__item:visible:has-text("第988镇") >> nth=0').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.click('h1')
  await page.check('text=也列出其他考核责任单位的细则')
  await settled(page)
  times.push(await inputTime(page, 'input[data-test=clause-search], [data-test=clause-search] input', '每1起扣'))
  return Math.max(...times)
}

export function toldLoad(lines) {
  return lines.map((one) => `${one.name}: stands after ${one.stands_ms} ms` +
    (one.p95 === undefined ? '' : `, a frame of scrolling costs ${one.work_ms.toFixed(1)} ms of work (${Math.round(one.p95)} ms from frame to frame at p95), ${one.drawn} rows drawn`) +
    (one.input_ms === undefined ? '' : `, a typed letter shows after ${one.input_ms} ms at most`))
}

if (process.argv[1]?.endsWith('load.mjs')) await load(process.argv[2], (line) => console.log(toldLoad([line])[0]))
