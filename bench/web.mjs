/// The web application in a browser: what the first load weighs, how soon it stands, requests of the demonstration city, and
/// a domain of 1,000 units and 130 clauses.
///
///     node bench/web.mjs build/release/bin/heng
///
/// Needs web/node_modules (`./dev web`) and Debian's Chromium. The pages are those built into the program. Fails where a
/// bound is passed; times are of this machine as busy as it is.
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
process.env.HENG = resolve(process.argv[2] ?? at('../build/release/bin/heng'))
process.env.HENG_EMBEDDED ??= '1'
const { startCities } = await import('../web/e2e/cities.mjs')
const { BOUNDS, measure, told } = await import('../web/e2e/measure.mjs')
const { load, LOAD_BOUNDS, toldLoad } = await import('../web/e2e/load.mjs')

let failures = 0
function within(what, measured, bound) {
  if (measured <= bound) return
  console.log(`OVER  ${what}: ${Math.round(measured)}, bound ${bound}`)
  failures++
}

process.stdout.write(execFileSync('node', [at('../web/scripts/budget.mjs')], { encoding: 'utf8' }).split('\n').slice(-2, -1) + '\n')
const cities = await startCities(['july'])
try {
  const figures = await measure()
  for (const line of told(figures)) console.log(line)
  within('first load, KiB', figures.first_load_kib, BOUNDS.first_load_kib)
  within('largest paint, ms', figures.cold, BOUNDS.paint_ms)
  for (const one of figures.over) within(one.what, one.ms, BOUNDS.request_ms)
  await load('', (line) => {
    console.log(toldLoad([line])[0])
    within(`${line.name} stands, ms`, line.stands_ms, LOAD_BOUNDS.stands_ms)
    within(`${line.name}, work a frame`, line.work_ms ?? 0, LOAD_BOUNDS.work_ms)
    within(`${line.name}, a letter`, line.input_ms ?? 0, LOAD_BOUNDS.input_ms)
  })
} finally {
  await cities.end()
}
process.exitCode = failures > 0 ? 1 : 0
