/// The ways to sign in that the server offers, and why the way through the identity provider failed.
import { api, take } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import type { BothTexts, Schemas } from '@/api/types'

interface Entry {
  code: string
  message: BothTexts
  remedy: BothTexts
}

/// A server that cannot be asked still takes passwords.
export async function waysToSignIn(): Promise<Schemas['sign_in_ways']> {
  try {
    return await take(api.GET('/api/v1/sign-in-ways'))
  } catch {
    return { ways: ['password'], is_demo: false }
  }
}

/// The catalogue of problems, as the server prints it.
export async function catalogue(): Promise<Entry[]> {
  const response = await fetch('/api/errors.json')
  return response.ok ? ((await response.json()) as { items: Entry[] }).items : []
}

const fill = (text: string, figure: string): string => text.replace(/\{0\}/g, figure)

/// The problem that the provider's way back names, in the words of the catalogue. A figure of other signs is none of ours.
export function problemOfReturn(entries: Entry[], code: string, figure: string): ApiProblem | null {
  const entry = entries.find((one) => one.code === code)
  if (!entry) return null
  const safe = /^[0-9:\- ]*$/.test(figure) ? figure : ''
  const message = { zh: fill(entry.message.zh, safe), en: fill(entry.message.en, safe) }
  const remedy = { zh: fill(entry.remedy.zh, safe), en: fill(entry.remedy.en, safe) }
  return new ApiProblem(401, code, message.zh, [{ code, message, remedy }])
}
