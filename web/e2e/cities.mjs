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

/// A city played to a day, served as of another.
export async function startCity(day, until) {
  const folder = mkdtempSync(join(tmpdir(), 'heng-e2e-'))
  execFileSync(heng, ['demo', '--dir', folder, '--scheme', join(root, 'schemes/demo-city'), ...(until ? ['--until', until] : [])], { stdio: 'ignore', env })
  const port = await freePort()
  const server = spawn(heng, ['serve', '--demo', '--demo-day', day, '--data', folder, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'], env })
  await new Promise((resolve, reject) => {
    const heard = (data) => { if (String(data).includes('衡已启动')) resolve() }
    server.stdout.on('data', heard)
    server.stderr.on('data', heard)
    server.on('exit', (code) => reject(new Error(`heng serve ended with ${code}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async end() {
      server.removeAllListeners('exit')
      const gone = new Promise((resolve) => server.on('exit', resolve))
      server.kill()
      await gone
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/// The three cities of the tour, or those named.
export async function startCities(names = Object.keys(DAYS)) {
  const started = []
  for (const name of names) {
    const [day, until] = DAYS[name]
    const one = await startCity(day, until)
    started.push(one)
    CITY[name] = one.url
  }
  return { end: async () => { for (const one of started) await one.end() } }
}
