/// Evidence goes up as a stream with its progress told, which fetch cannot do yet.
import { context } from './client'
import { problemOf, unreachableProblem } from './problem'
import type { Schemas } from './types'

export type Evidence = Schemas['evidence']

export function putEvidence(file: File, onProgress: (share: number) => void): Promise<Evidence> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/v1/evidence?declared=non_secret&name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    if (context.csrf) request.setRequestHeader('X-CSRF-Token', context.csrf)
    if (context.actingAs) request.setRequestHeader('Acting-As', encodeURIComponent(context.actingAs))
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(unreachableProblem())
    request.onload = () => {
      let body: unknown = null
      try {
        body = JSON.parse(request.responseText)
      } catch {
        body = null
      }
      if (request.status === 201) resolve(body as Evidence)
      else reject(problemOf(request.status, body))
    }
    request.send(file)
  })
}

export function evidenceAddress(hash: string): string {
  return `/api/v1/evidence/${hash}`
}
