/// Looks at screens: `node e2e/shots.mjs <account> <path> … [--lang en] [--size 390x844] [--full]`, into e2e/out.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { open, settled, signIn, watchPage } from './browser.mjs'

const args = process.argv.slice(2)
const take = (name, other) => { const at = args.indexOf(name); if (at < 0) return other; const [, value] = args.splice(at, 2); return value }
const lang = take('--lang', 'zh-CN')
const size = take('--size', '1366x768').split('x').map(Number)
const full = args.includes('--full')
const [account, ...paths] = args.filter((one) => one !== '--full')
const out = join(fileURLToPath(new URL('.', import.meta.url)), 'out')
mkdirSync(out, { recursive: true })
const { browser, url, stop } = await open()
const context = await browser.newContext({ viewport: { width: size[0], height: size[1] }, locale: lang })
await context.addInitScript((wanted) => localStorage.setItem('heng.language', wanted), lang)
const page = await context.newPage()
const troubles = watchPage(page)
if (account !== '-') await signIn(page, url, account)
for (const path of paths) {
  await page.goto(`${url}/#${path}`)
  await settled(page)
  const name = `${account}${path.replace(/[^a-z0-9]+/gi, '_')}-${lang}-${size[0]}.png`
  await page.screenshot({ path: join(out, name), fullPage: full })
  console.log(name)
}
if (troubles.length > 0) console.log(troubles.join('\n'))
await stop()
