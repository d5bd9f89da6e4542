/// People of the demonstration city at their browsers, and what they do in forms.
import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import { go, open, signIn, watchPage } from './browser.mjs'
import { startCity } from './cities.mjs'

/// Cities that stand, so that a failure can be looked at and nothing is left running.
export const living = new Set()

/// A city of its own, played to a day, with its server and a browser before it.
export async function city(day, { until = day } = {}) {
  const started = await startCity(day, until)
  const troubles = []
  const pages = []
  let shown = null
  const stood = { pages, end: async () => { living.delete(stood); await shown?.stop(); await started.end() } }
  living.add(stood)
  shown = await open(started.url)
  return {
    url: shown.url,
    async person(account, options = {}) {
      const context = await shown.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(20000)
      troubles.push(watchPage(page))
      pages.push(page)
      if (account) await signIn(page, shown.url, account)
      return page
    },
    async end() {
      const all = troubles.flat()
      await stood.end()
      assert.deepEqual(all, [], 'nothing went wrong on any page')
    }
  }
}

export async function choose(page, id, text) {
  await page.locator(`#${id}`).click({ force: true })
  await page.keyboard.type(text)
  await page.locator(`.el-select-dropdown__item:has-text("${text}"):visible >> nth=0`).click()
}

/// An authenticator for someone: from then on binding acts of this session are his.
export async function enrol(page, here) {
  await go(page, here.url, '/account')
  await page.click('button:has-text("领取种子")')
  const totp = new TOTP({ secret: Secret.fromBase32((await page.textContent('[data-test=seed]')).trim().replace(/\s/g, '')) })
  await page.fill('#first-code', totp.generate())
  await page.click('button:has-text("确认绑定")')
  await page.waitForSelector('text=已绑定。')
}

/// Begins an act from the screen that is open, fills it in, and does it: what is binding is shown once more and confirmed.
export async function act(page, id, fill = async () => undefined, which = 0) {
  await page.click(`[data-act=${id}] >> nth=${which}`)
  await page.waitForSelector('.act-form')
  await fill()
  await page.click('[data-test=act-go]')
  // What was done before may still be said on the page.
  await page.waitForFunction(() => !document.querySelector('.act-form') || document.querySelector('.rehearsal, .act-form .problem, .act-form .error'))
  if (await page.locator('.rehearsal').count()) await page.click('[data-test=act-go]')
  await page.waitForSelector('.act-form', { state: 'detached' })
}

/// One of the choices of a list.
export async function pick(page, id, text) {
  await page.locator(`#${id}`).click({ force: true })
  const item = page.locator(`.el-select-dropdown__item:has-text("${text}"):visible >> nth=0`)
  await item.waitFor()
  // The list may still be unfolding, so that a pointer would hit another line.
  await item.dispatchEvent('click')
  await item.waitFor({ state: 'hidden' })
}

/// What the server says to whoever is signed in on the page.
export function ask(page, path) {
  return page.evaluate(async (address) => (await fetch(address)).json(), path)
}

/// An act of whoever is signed in on the page, without its screen.
export function send(page, id, body) {
  return page.evaluate(async ([act, given]) => {
    const { csrf_token } = await (await fetch('/api/v1/session')).json()
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf_token, 'Idempotency-Key': Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('') }
    const answer = await fetch(`/api/v1/acts/${act}`, { method: 'POST', headers, body: JSON.stringify(given) })
    if (!answer.ok) throw new Error(`${act}: ${await answer.text()}`)
    return answer.json()
  }, [id, body])
}
