/// Compresses what was built, once and as far as it goes, beside each file: the server hands it out as it is.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const SMALLEST_BYTES = 512
const TEXTS = new Set(['.css', '.html', '.js', '.json', '.svg'])
const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist')

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath ?? entry.path, entry.name)
  if (!entry.isFile() || !TEXTS.has(extname(file))) continue
  const bytes = readFileSync(file)
  if (bytes.length < SMALLEST_BYTES) continue
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
