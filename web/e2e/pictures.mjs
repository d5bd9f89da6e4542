/// The pictures of docs/user: `node e2e/pictures.mjs`, with the servers of the tour.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { go, open, settled, signIn } from './browser.mjs'
import { CITY } from './cities.mjs'

const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../../docs/user/pictures')
const SIZE_BYTES_MAX = 200 * 1024
const PICTURES = [
  ['july', null, '/sign-in', 'sign-in'],
  ['july', 'lead-5-1', '/work', 'work'],
  ['july', 'c03-1', '/home', 'home'],
  ['july', 'c03-1', '/matters/3985', 'matter'],
  ['july', 'assessor-6-2', '/findings/new', 'record'],
  ['july', 'assessor-6-2', '/findings/confirm', 'confirm'],
  ['july', 'lead-5-1', '/monitoring', 'heat'],
  ['july', 'd60-1', '/self-check/D60', 'self-check'],
  ['after', 'office-1', '/standing', 'standing'],
  ['after', 'office-1', '/grading', 'grading'],
  ['july', 'system-admin', '/admin', 'admin'],
  ['july', null, '/vote/demo-city', 'vote']
]

export async function pictures() {
  mkdirSync(folder, { recursive: true })
  for (const [city, account, path, name] of PICTURES) {
    const { browser, url, stop } = await open(CITY[city])
    const size = name === 'vote' ? { width: 390, height: 560 } : { width: 1180, height: 720 }
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN' })
    const page = await context.newPage()
    if (account) await signIn(page, url, account)
    await go(page, url, path)
    if (name === 'record') {
      await page.locator('#units').click({ force: true })
      await page.keyboard.type('市财政局')
      await page.locator('.el-select-dropdown__item:visible >> nth=0').click()
      await page.keyboard.press('Escape')
      await page.fill('[data-test=clause-search] input, input[data-test=clause-search]', '学习计划')
      await page.click('.pick >> nth=0')
      await page.waitForSelector('[data-test=foreseen]')
      await page.evaluate(() => window.scrollTo(0, 0))
    }
    await settled(page)
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file })
    if (statSync(file).size > SIZE_BYTES_MAX) throw new Error(`${name}.png is larger than 200 KB`)
    await stop()
  }
}

if (process.argv[1]?.endsWith('pictures.mjs')) await pictures()
