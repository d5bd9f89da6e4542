/// Acts: rehearsed, done, done together. A write keeps its key until it was answered, so that a retry does nothing twice.
import { api, take } from './client'
import type { Seen } from './seen'
import type { ActBody, ActId, Receipt, RehearsedEvent, Schemas } from './types'

type Body = Schemas['act_body']

/// A fresh key. `crypto.randomUUID` is too young for our browsers.
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function rehearse(act: ActId, body: ActBody): Promise<RehearsedEvent[]> {
  const answer = await take(
    api.POST('/api/v1/acts/{act}/rehearsal', { params: { path: { act } }, body: body as Body })
  )
  return answer.events
}

/// With `seen`, only while that view still is what the writer saw (`version_stale` otherwise).
export function perform(act: ActId, body: ActBody, key: string, seen?: Seen): Promise<Receipt> {
  return take(
    api.POST('/api/v1/acts/{act}', {
      params: {
        path: { act },
        header: { 'Idempotency-Key': key, ...(seen ? { 'If-Match': seen.tag } : {}) },
        ...(seen ? { query: { seen: seen.path } } : {})
      },
      body: body as Body
    })
  )
}

export interface BatchItem {
  act: ActId
  body: ActBody
}

/// All of them, or none.
export function performAll(items: BatchItem[], key: string): Promise<Receipt> {
  return take(
    api.POST('/api/v1/acts', {
      params: { header: { 'Idempotency-Key': key } },
      body: { acts: items as Schemas['batch']['acts'] }
    })
  )
}
