/// Serves dist and hands /api on to a running heng, with the headers that heng itself sends with its pages. Once heng
/// embeds dist, HENG_URL alone is enough and this is not needed.
import { createServer, request } from 'node:http'
import { readFileSync, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png' }
const CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export function serveDist(dist, heng, port = 0) {
  const target = new URL(heng)
  const server = createServer((ask, answer) => {
    const path = new URL(ask.url, 'http://x').pathname
    if (path.startsWith('/api')) {
      const headers = { ...ask.headers, host: target.host }
      if (headers.origin) headers.origin = target.origin
      const onward = request({ host: target.hostname, port: target.port, path: ask.url, method: ask.method, headers }, (given) => {
        answer.writeHead(given.statusCode, given.headers)
        given.pipe(answer)
      })
      onward.on('error', () => answer.destroy())
      answer.on('close', () => onward.destroy())
      ask.pipe(onward)
      return
    }
    const file = join(dist, path === '/' ? 'index.html' : normalize(path))
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
      answer.writeHead(404).end()
      return
    }
    const zipped = gzipSync(readFileSync(file))
    answer.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip', 'Content-Length': zipped.length,
      'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': path === '/' ? 'no-cache' : 'max-age=31536000, immutable'
    })
    answer.end(zipped)
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve({ url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }))
  })
}

if (process.argv[1]?.endsWith('serve.mjs')) {
  const { url } = await serveDist(join(fileURLToPath(new URL('.', import.meta.url)), '../dist'), process.env.HENG_URL ?? 'http://127.0.0.1:8091', Number(process.env.PORT ?? 8190))
  console.log(url)
}
