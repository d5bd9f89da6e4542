/// The tour: every screen, as someone who works there sees it, in both languages and two sizes; a picture of each, axe on
/// each, nothing wider than the screen at 320 px. `node e2e/tour.mjs [CITY-ACCOUNT]`
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'
import { open, settled, signIn, watchPage } from './browser.mjs'
import { CITY } from './cities.mjs'

const STOPS = [
  { city: 'july', as: 'office-1', paths: ['/work', '/findings', '/standing', '/monitoring', '/monitoring?tab=matters', '/monitoring?tab=progress', '/monitoring?tab=circulars', '/monitoring?tab=burden', '/half-year', '/half-year?tab=collection', '/half-year?tab=circular', '/year-end', '/grading', '/results', '/regulation', '/regulation?tab=conventions', '/regulation?tab=interpretations', '/regulation?tab=terms', '/regulation?tab=bodies', '/indicators', '/indicators?tab=drafts', '/indicators?tab=reword', '/indicators?tab=import', '/indicators?tab=days', '/indicators?tab=proposals', '/indicators?tab=changes', '/indicators?tab=references', '/ledger', '/ledger?tab=documents', '/ledger?tab=open', '/register', '/register?tab=bodies', '/register?tab=people', '/account', '/sheet/C03', '/findings/698', '/matters/3985', '/act/enrol_unit', '/help', '/help?chapter=general'] },
  { city: 'july', as: 'assessor-6-2', paths: ['/work', '/findings/new', '/findings/confirm', '/sheet/D13'] },
  { city: 'july', as: 'lead-5-1', paths: ['/work', '/monitoring?tab=heat', '/self-check/D02'] },
  { city: 'july', as: 'c03-1', paths: ['/work', '/home', '/findings', '/monitoring', '/half-year', '/self-check/C03', '/indicators', '/results'] },
  { city: 'july', as: 'd60-1', paths: ['/work', '/self-check/D60'] },
  { city: 'july', as: 'commission-1', paths: ['/work', '/grading', '/indicators?tab=drafts'] },
  { city: 'july', as: 'coordinator-1', paths: ['/work', '/half-year?tab=collection'] },
  { city: 'july', as: 'system-admin', paths: ['/admin', '/admin?tab=cards', '/admin?tab=tokens', '/admin?tab=calendar', '/admin?tab=backup', '/register'] },
  { city: 'july', as: 'security-admin', paths: ['/admin', '/admin?tab=settings', '/register?tab=people'] },
  { city: 'july', as: 'audit-admin', paths: ['/admin', '/admin?tab=accounts', '/admin?tab=settings', '/ledger'] },
  { city: 'winter', as: 'office-1', paths: ['/year-end', '/year-end?tab=sheets', '/year-end?tab=reviews', '/year-end?tab=circumstances', '/ballots/new'] },
  { city: 'after', as: 'office-1', paths: ['/standing', '/year-end?tab=groups', '/year-end?tab=ballots', '/ballots/9051', '/grading', '/results', '/results?tab=rechecks', '/results?tab=explanations', '/results?tab=consequences', '/results?tab=misconduct', '/ledger?tab=documents', '/sheet/D13'] },
  { city: 'after', as: 'd13-1', paths: ['/home', '/home?history=years', '/results', '/results?tab=explanations', '/findings'] },
  { city: 'july', as: null, paths: ['/sign-in', '/vote/demo-city'] }
]
const SIZES = [[1366, 768], [390, 844]]
/// One line of it, wherever someone is signed in.
const STRIP_PX_MAX = 32
const LANGUAGES = ['zh-CN', 'en']
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const out = join(fileURLToPath(new URL('.', import.meta.url)), 'out')

/// Chinese words left in an English page are texts of the regulation and of the record; these come from us.
async function untranslated(page) {
  return page.evaluate(() => document.body.innerText.match(/\b(shell|common|words|work|findings|standing|monitoring|half_year|year_end|grading|results|regulation|indicators|ledger|register|admin|account|form|vote|home|mark|duties)\.[a-z_]+(\.[a-z_]+)?\b/g) ?? [])
}

/// What axe finds serious or critical on a page as it stands.
export async function barriers(page) {
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  return found.violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => `axe ${one.impact} ${one.id}: ${one.nodes.length} × ${one.nodes[0].html.slice(0, 160)} :: ${one.nodes[0].failureSummary?.split('\n')[1] ?? ''}`)
}

export async function tour(only = '') {
  mkdirSync(out, { recursive: true })
  const failures = []
  const seen = new Set()
  for (const city of Object.keys(CITY)) {
    const stops = STOPS.filter((stop) => stop.city === city && (!only || `${stop.city}-${stop.as}`.includes(only)))
    if (stops.length === 0) continue
    const { browser, url, stop: close } = await open(CITY[city])
    for (const stop of stops) {
      for (const language of LANGUAGES) {
        const context = await browser.newContext({ viewport: { width: SIZES[0][0], height: SIZES[0][1] }, locale: language })
        await context.addInitScript((wanted) => localStorage.setItem('heng.language', wanted), language)
        const page = await context.newPage()
        const troubles = watchPage(page)
        if (stop.as) await signIn(page, url, stop.as)
        for (const path of stop.paths) {
          const name = `${city}-${stop.as ?? 'anyone'}${path.replace(/[^a-z0-9]+/gi, '_')}`
          const fail = (text) => failures.push(`${name} ${language}: ${text}`)
          await page.goto(`${url}/#${path}`)
          await settled(page)
          for (const [width, height] of SIZES) {
            await page.setViewportSize({ width, height })
            await settled(page)
            await page.screenshot({ path: join(out, `${name}-${language}-${width}.png`), fullPage: false })
          }
          const strips = await page.$$eval('[data-test=demo]', (all) => all.map((one) => one.clientHeight))
          if (stop.as && (strips.length !== 1 || strips[0] > STRIP_PX_MAX)) fail(`the strip of a demonstration on a telephone: ${strips.join(' ') || 'none'} px`)
          await page.setViewportSize({ width: 320, height: 640 })
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          if (wide > 0) fail(`${wide} px too wide at 320 px`)
          await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] })
          const large = await page.evaluate(() => {
            document.documentElement.style.fontSize = '200%'
            const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
            document.documentElement.style.fontSize = ''
            return over
          })
          if (large > 0) fail(`${large} px too wide with text of 200 %`)
          for (const one of await barriers(page)) fail(one)
          const keys = (await untranslated(page)).filter((one) => !/^grading\.(quota_rounding|freed_place|candidate_band|ordinary_band|fraud_lowers_by)$/.test(one))
          if (keys.length > 0) fail(`keys shown: ${[...new Set(keys)].join(' ')}`)
          const alerts = await page.$$eval('main [role=alert].problem', (all) => all.map((one) => one.innerText.replace(/\s+/g, ' ').slice(0, 200)))
          for (const one of alerts) fail(`problem shown: ${one}`)
          seen.add(name)
        }
        for (const one of troubles) failures.push(`${city} ${stop.as} ${language}: ${one}`)
        await context.close()
      }
    }
    await close()
  }
  console.log(`${seen.size} screens seen`)
  for (const one of [...new Set(failures)]) console.log(`FAIL ${one}`)
  if (failures.length > 0) throw new Error(`${failures.length} failures in the tour`)
}

if (process.argv[1]?.endsWith('tour.mjs')) await tour(process.argv[2])
