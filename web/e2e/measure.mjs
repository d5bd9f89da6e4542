/// How fast it feels: the largest paint after a cold start, what was loaded, and requests that took long.
import { go, open, settled, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'

export const BOUNDS = { paint_ms: 1000, request_ms: 200, first_load_kib: 350 }
const SCREENS = [
  ['office-1', ['/work', '/findings', '/standing', '/monitoring', '/monitoring?tab=matters', '/half-year', '/year-end', '/sheet/C03', '/grading', '/indicators', '/regulation', '/ledger', '/register']],
  ['assessor-6-2', ['/work', '/findings/new', '/findings/confirm']],
  ['lead-5-1', ['/work', '/monitoring?tab=progress']],
  ['c03-1', ['/work', '/home', '/findings', '/results']]
]

async function paint(page) {
  return page.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
  }))
}

/// Cold: a browser that has seen nothing. Warm: the same page opened again by someone signed in.
async function paints(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(url)
  await settled(page)
  const cold = await paint(page)
  const first_load_kib = (await page.evaluate(() => performance.getEntries().reduce((all, one) => all + (one.transferSize ?? 0), 0))) / 1024
  await signIn(page, url, 'office-1')
  await page.reload()
  await settled(page)
  const warm = await paint(page)
  await context.close()
  return { cold, warm, first_load_kib }
}

/// `warm` screens are asked for a second time, when the server has computed nothing for them before only the first time.
async function requests(browser, url) {
  const all = []
  for (const [account, paths] of SCREENS) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url())
      // A stream ends only with its page, and a password is meant to take its time.
      if (!pathname.startsWith('/api/v1/') || pathname === '/api/v1/changes' || (pathname === '/api/v1/session' && request.method() === 'POST')) return
      all.push({ ms: request.timing().responseEnd, what: `${request.method()} ${pathname} (${account})` })
    })
    await signIn(page, url, account)
    for (const path of paths) await go(page, url, path)
    await context.close()
  }
  return all.sort((a, b) => b.ms - a.ms)
}

export async function measure() {
  const { browser, url, stop } = await open(CITY.july)
  const painted = await paints(browser, url)
  const asked = await requests(browser, url)
  await stop()
  const at = (share) => asked[Math.floor((asked.length - 1) * share)]?.ms ?? 0
  return { ...painted, requests: asked.length, slowest: asked.slice(0, 3), median_ms: at(0.5), p99_ms: at(0.01), over: asked.filter((one) => one.ms > BOUNDS.request_ms) }
}

export function told(figures) {
  const ms = (n) => `${Math.round(n)} ms`
  return [
    `first load ${Math.round(figures.first_load_kib)} KiB transferred, headers included (bound ${BOUNDS.first_load_kib})`,
    `largest paint ${ms(figures.cold)} cold, ${ms(figures.warm)} for someone signed in (bound ${BOUNDS.paint_ms})`,
    `${figures.requests} requests: median ${ms(figures.median_ms)}, p99 ${ms(figures.p99_ms)}, slowest ${figures.slowest.map((one) => `${ms(one.ms)} ${one.what}`).join(', ')} (bound ${BOUNDS.request_ms})`
  ]
}

if (process.argv[1]?.endsWith('measure.mjs')) for (const line of told(await measure())) console.log(line)
