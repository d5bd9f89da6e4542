/// The one client of the API. It adds to each request who acts, as of when, and the token that writes need.
import createClient, { type Middleware } from 'openapi-fetch'
import { heldFetch } from './held'
import { asProblem, ApiProblem, problemOf, unreachableProblem } from './problem'
import type { paths } from './schema'

/// What every request needs to know; the stores set it, so that this file depends on none of them.
export const context = {
  actingAs: '',
  asOf: '',
  csrf: '',
  onSignInNeeded: (): void => undefined
}

/// Views know `?at=`; these are none.
const WITHOUT_AT =
  /^\/api\/v1\/(me|acts|notices|sessions?|accounts|trail|tokens|cards|log|evidence|changes|voting)(\/|$)/

const addContext: Middleware = {
  onRequest({ request }) {
    if (context.actingAs) request.headers.set('Acting-As', encodeURIComponent(context.actingAs))
    if (request.method !== 'GET' && context.csrf) request.headers.set('X-CSRF-Token', context.csrf)
    if (request.method !== 'GET' || !context.asOf) return undefined
    const url = new URL(request.url)
    if (WITHOUT_AT.test(url.pathname)) return undefined
    if (!url.searchParams.has('at')) url.searchParams.set('at', context.asOf)
    return new Request(url, request)
  }
}

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? 'http://localhost',
  fetch: heldFetch
})
api.use(addContext)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/// The content of an answer, or the refusal as an error.
export async function take<T>(pending: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await pending
  } catch (error) {
    if (error instanceof TypeError) throw unreachableProblem()
    throw asProblem(error)
  }
  if (answer.response.ok) return answer.data as T
  const problem = problemOf(answer.response.status, answer.error)
  if (problem.code === 'sign_in_needed') context.onSignInNeeded()
  throw problem
}

interface Page<T> {
  items: T[]
  next: string | null
}

/// All pages of a list, one after the other.
export async function takeAll<T>(page: (cursor: string | undefined) => Promise<Answer<Page<T>>>): Promise<T[]> {
  const out: T[] = []
  let cursor: string | undefined
  do {
    const answer: Page<T> = await take(page(cursor))
    out.push(...answer.items)
    cursor = answer.next ?? undefined
  } while (cursor !== undefined)
  return out
}

/// How many rows a page of a list asks for where the whole list is wanted.
export const WHOLE = 1000

export { ApiProblem }
