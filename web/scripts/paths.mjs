/// The addresses of api/openapi.yaml as a list that the application can ask: what a server does not offer is not shown.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { paths } = parse(readFileSync(at('../../api/openapi.yaml'), 'utf8'))
const own = Object.keys(paths).filter((path) => path.startsWith('/api/v1/'))
writeFileSync(at('../src/api/paths.ts'), `/// Made from api/openapi.yaml.\nexport const PATHS: readonly string[] = ${JSON.stringify(own, null, 2)}\n`)
