/// Files come down as a whole with their progress told; a refusal comes as any other.
import { context } from './client'
import { problemOf, unreachableProblem } from './problem'

export interface Download {
  /// Settles with the file and the name that the server gives it.
  file: Promise<{ content: Blob; name: string }>
  stop: () => void
}

function nameOf(disposition: string | null, other: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? other
}

/// `onProgress` gets the share that is here, or null where the server does not tell the size.
export function download(address: string, name: string, onProgress: (share: number | null) => void): Download {
  const request = new XMLHttpRequest()
  const file = new Promise<{ content: Blob; name: string }>((resolve, reject) => {
    request.open('GET', context.asOf ? `${address}${address.includes('?') ? '&' : '?'}at=${context.asOf}` : address)
    request.responseType = 'blob'
    if (context.actingAs) request.setRequestHeader('Acting-As', encodeURIComponent(context.actingAs))
    request.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : null)
    request.onerror = () => reject(unreachableProblem())
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    request.onload = async () => {
      const content = request.response as Blob
      if (request.status === 200) {
        resolve({ content, name: nameOf(request.getResponseHeader('Content-Disposition'), name) })
        return
      }
      let body: unknown = null
      try {
        body = JSON.parse(await content.text())
      } catch {
        body = null
      }
      const problem = problemOf(request.status, body)
      if (problem.code === 'sign_in_needed') context.onSignInNeeded()
      reject(problem)
    }
    request.send()
  })
  return { file, stop: () => request.abort() }
}
