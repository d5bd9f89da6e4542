/// Servers of the demonstration city at three days of its year: those of the environment, or own ones of a fresh city.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..')
export const heng = process.env.HENG ?? join(root, 'build/release/bin/heng')

export const CITY = {
  july: process.env.HENG_URL ?? 'http://127.0.0.1:8091',
  winter: process.env.HENG_URL_YEAR_END ?? 'http://127.0.0.1:8093',
  after: process.env.HENG_URL_YEAR ?? 'http://127.0.0.1:8092'
}
const DAYS = { july: ['2021-07-15', '2021-07-15'], winter: ['2021-12-20', '2021-12-20'], after: ['2022-02-20', ''] }

function freePort() {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/// The program takes every HENG_… of its environment for a setting of its own; these are ours.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HENG')))

/// Cities from their first file on: however we end, no server and no folder is left.
const standing = new Set()
process.on('exit', () => { for (const one of standing) one.drop() })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

class City {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'heng-e2e-'))
    this.server = null
    standing.add(this)
  }

  async start(day, until) {
    execFileSync(heng, ['demo', '--dir', this.folder, '--scheme', join(root, 'schemes/demo-city'), ...(until ? ['--until', until] : [])], { stdio: 'ignore', env })
    const port = await freePort()
    this.url = `http://127.0.0.1:${port}`
    this.server = spawn(heng, ['serve', '--demo', '--demo-day', day, '--data', this.folder, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'], env })
    this.gone = new Promise((resolve) => this.server.once('exit', resolve))
    await new Promise((resolve, reject) => {
      const heard = (data) => { if (String(data).includes('衡已启动')) resolve() }
      this.server.stdout.on('data', heard)
      this.server.stderr.on('data', heard)
      this.server.once('error', reject)
      void this.gone.then((code) => reject(new Error(`heng serve ended with ${code}`)))
    })
  }

  drop() {
    standing.delete(this)
    this.server?.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }

  /// Once is enough, and more does no harm.
  async end() {
    if (!standing.has(this)) return
    this.server?.kill()
    await this.gone
    this.drop()
  }
}

/// A city played to a day, served as of another.
export async function startCity(day, until) {
  const city = new City()
  try {
    await city.start(day, until)
  } catch (error) {
    city.drop()
    throw error
  }
  return city
}

/// The three cities of the tour, or those named.
export async function startCities(names = Object.keys(DAYS)) {
  const started = []
  const end = async () => { for (const one of started) await one.end() }
  try {
    for (const name of names) {
      const [day, until] = DAYS[name]
      const one = await startCity(day, until)
      started.push(one)
      CITY[name] = one.url
    }
  } catch (error) {
    await end()
    throw error
  }
  return { end }
}
