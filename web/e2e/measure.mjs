/// How fast it feels: the largest paint after a cold start, what was loaded, and requests that took long.
import { open, settled, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'

const LCP_MS_MAX = 1000
const REQUEST_MS_MAX = 200

async function paint(page) {
  return page.evaluate(() => new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true })
  }))
}

export async function measure() {
  const { browser, url, stop } = await open(CITY.july)
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  const slow = []
  page.on('requestfinished', (request) => {
    const time = request.timing().responseEnd
    if (time > REQUEST_MS_MAX && !request.url().includes('/changes')) slow.push(`${Math.round(time)} ms ${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.goto(url)
  await settled(page)
  const first = await paint(page)
  const bytes = await page.evaluate(() => performance.getEntriesByType('resource').reduce((all, one) => all + one.transferSize, 0))
  console.log(`sign-in: largest paint ${Math.round(first)} ms, ${Math.round(bytes / 1024)} KB transferred`)
  await signIn(page, url, 'office-1')
  await page.reload()
  await settled(page)
  console.log(`work list: largest paint ${Math.round(await paint(page))} ms`)
  for (const path of ['/findings', '/standing', '/monitoring', '/sheet/C03', '/grading', '/year-end', '/indicators']) {
    const from = Date.now()
    await page.goto(`${url}/#${path}`)
    await settled(page)
    console.log(`${path}: settled after ${Date.now() - from} ms`)
  }
  for (const one of slow) console.log(`slow: ${one}`)
  await stop()
  if (first > LCP_MS_MAX) console.log(`note: the largest paint is above ${LCP_MS_MAX} ms on this machine`)
}

if (process.argv[1]?.endsWith('measure.mjs')) await measure()
