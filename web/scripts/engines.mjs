/// Every package of the lock file must say that it runs on the Node of Debian 12, so that a bare Debian builds the application.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import semver from 'semver'

const DEBIAN_NODE = '18.20.4'
const lock = JSON.parse(readFileSync(join(fileURLToPath(new URL('.', import.meta.url)), '../package-lock.json'), 'utf8'))
let unfit = 0
for (const [path, one] of Object.entries(lock.packages)) {
  const wanted = one.engines?.node
  if (!wanted || one.optional || semver.satisfies(DEBIAN_NODE, wanted)) continue
  console.error(`${path} ${one.version} wants Node ${wanted}; Debian 12 has ${DEBIAN_NODE}`)
  unfit++
}
if (unfit > 0) process.exit(1)
