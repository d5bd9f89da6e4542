/// What the application asks of api/openapi.yaml itself: its addresses, since what a server does not offer is not shown, and
/// the bounds of whole numbers, which forms tell before the server refuses.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { paths, components } = parse(readFileSync(at('../../api/openapi.yaml'), 'utf8'))
const own = Object.keys(paths).filter((path) => path.startsWith('/api/v1/'))
const isBounded = ({ type, minimum, maximum }) => type === 'integer' && minimum !== undefined && maximum !== undefined
const bounds = Object.entries(components.schemas)
  .map(([name, { properties = {} }]) => [name, Object.entries(properties).filter(([, one]) => isBounded(one))])
  .filter(([, bounded]) => bounded.length > 0)
  .map(([name, bounded]) => [name, Object.fromEntries(bounded.map(([property, { minimum, maximum }]) => [property, [minimum, maximum]]))])
writeFileSync(at('../src/api/paths.ts'), `/// Made from api/openapi.yaml.
export const PATHS: readonly string[] = ${JSON.stringify(own, null, 2)}

/// The least and the most of whole numbers, by schema and member.
export const BOUNDS = ${JSON.stringify(Object.fromEntries(bounds), null, 2)} satisfies Record<string, Record<string, [number, number]>>
`)
