/// Refusals of the server as one error type: every reason at once, with its field and its remedy.
import type { Problem, Reason } from './types'

export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly reasons: Reason[]
  /// Under which the server's log has it, where the failure is the server's.
  readonly incident: string | null

  constructor(status: number, code: string, title: string, reasons: Reason[], incident: string | null = null) {
    super(title)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.reasons = reasons
    this.incident = incident
  }

  /// The reasons that concern a field, also those about a row of it (`measures/2/date`).
  at(field: string): Reason[] {
    return this.reasons.filter((reason) => reason.place === field || reason.place?.startsWith(`${field}/`))
  }

  get isServerFailure(): boolean {
    return this.status >= 500
  }
}

/// The network did not answer at all: nobody knows whether a write was done, so it is sent again with its key.
export const UNREACHABLE = 'unreachable'

const unreachable: Reason = {
  code: UNREACHABLE,
  message: { zh: '与服务器的连接中断', en: 'the server does not answer' },
  remedy: {
    zh: '所填内容已保存在本机。请检查网络后重试，重试不会重复办理。',
    en: 'What you typed is kept on this computer. Check the network and try again; nothing will be done twice.'
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'errors' in body
}

export function problemOf(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem(status, body.code, body.title, body.errors, body.incident ?? null)
  const reason: Reason = {
    code: `http_${status}`,
    message: { zh: `服务器答复异常（${status}）`, en: `the server answered ${status}` },
    remedy: { zh: '请稍后重试；仍不行的，请联系系统管理员。', en: 'Try again later, or ask the system administrator.' }
  }
  return new ApiProblem(status, reason.code, reason.message.zh, [reason])
}

export function unreachableProblem(): ApiProblem {
  return new ApiProblem(0, UNREACHABLE, unreachable.message.zh, [unreachable])
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  const text = error instanceof Error ? error.message : String(error)
  return new ApiProblem(0, 'page_failure', text, [
    {
      code: 'page_failure',
      message: { zh: `页面出错：${text}`, en: `the page failed: ${text}` },
      remedy: { zh: '请刷新页面；仍不行的，请把这句话告诉系统管理员。', en: 'Reload the page, or tell the system administrator this sentence.' }
    }
  ])
}
