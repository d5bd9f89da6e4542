/// What every e2e script needs: the application served, Debian's Chromium, someone signed in, troubles noted.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { serveDist } from './serve.mjs'

export const PASSWORD = 'heng-demo-2021'
const dist = join(fileURLToPath(new URL('.', import.meta.url)), '../dist')

/// With HENG_EMBEDDED the program's own pages are driven, which must be those of dist. Without it dist is served here in front
/// of the program, so that pages can be worked on without building the program anew.
async function served(heng) {
  if (!process.env.HENG_EMBEDDED) return serveDist(dist, heng)
  const own = await (await fetch(`${heng}/`)).text()
  const built = readFileSync(join(dist, 'index.html'), 'utf8')
  if (own.trim() !== built.trim()) throw new Error('the pages built into the program are not those of web/dist: build it again')
  return { url: heng, close: () => undefined }
}

export async function open(heng = process.env.HENG_URL ?? 'http://127.0.0.1:8091') {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM ?? ''].find((one) => one && existsSync(one))
  if (!executablePath) throw new Error('no chromium: apt-get install -y --no-install-recommends chromium fonts-noto-cjk')
  const pages = await served(heng)
  const env = { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN']
  const browser = await chromium.launch({ executablePath, env, args }).catch((error) => { pages.close(); throw error })
  return { browser, url: pages.url, stop: async () => { await browser.close(); pages.close() } }
}

/// Notes what must not happen on any page: script errors, refused content, failures of the server.
export function watchPage(page) {
  const troubles = []
  page.on('pageerror', (error) => troubles.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && /Content Security Policy|Uncaught|TypeError/.test(text)) troubles.push(`console: ${text}`)
    if (message.type() === 'warning' && /\[intlify\]|\[Vue/.test(text)) troubles.push(`console: ${text}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  return troubles
}

export async function signIn(page, url, account, password = PASSWORD) {
  await page.goto(`${url}/#/sign-in`)
  await page.fill('#name', account)
  await page.fill('#password', password)
  await page.click('[data-test=sign-in]')
  await page.waitForSelector('[data-test=sign-out]')
}

export async function go(page, url, path) {
  await page.goto(`${url}/#${path}`)
  await settled(page)
}

/// A screen is settled once its frame stands and nothing on it is still loading.
export async function settled(page) {
  await page.waitForSelector('h1')
  await page.waitForFunction(() => !document.querySelector('.loading') && document.querySelectorAll('main').length > 0)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
