/// Weighs the first load: what index.html names, and what the entry imports at once. Fails above the budget.
import { readFileSync, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUDGET_BYTES = 350 * 1024
const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist')
const index = readFileSync(join(dist, 'index.html'), 'utf8')
const files = new Set(['index.html'])

function follow(file) {
  if (files.has(file) || !existsSync(join(dist, file))) return
  files.add(file)
  if (!file.endsWith('.js')) return
  const text = readFileSync(join(dist, file), 'utf8')
  for (const found of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(join(dirname(file), found[1]))
}
for (const found of index.matchAll(/(?:src|href)="\/([^"]+)"/g)) follow(found[1])

let total = 0
for (const file of files) {
  const size = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
  total += size
  console.log(`${String(size).padStart(9)}  ${file}`)
}
console.log(`${String(total).padStart(9)}  first load, gzip (budget ${BUDGET_BYTES})`)
if (total > BUDGET_BYTES) {
  console.error('The first load is above its budget.')
  process.exit(1)
}
