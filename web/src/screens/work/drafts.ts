/// Drafts on this computer: what each is about, and where one goes on with it.
import type { ActBody } from '@/api/types'

/// Forms that have a screen of their own, by the name that they keep their drafts under: the act that they lead to, and the way there.
const PAGES: Record<string, { act: string; path: (record: string) => string }> = {
  self_check_page: { act: 'submit_self_check', path: (record) => `/self-check/${record}` },
  record_finding_page: { act: 'record_finding', path: () => '/findings/new' },
  open_ballot_page: { act: 'open_ballot', path: () => '/ballots/new' },
  rewording: { act: 'consolidate_indicators', path: () => '/indicators?tab=reword' }
}

export function actOf(draft: string): string {
  return PAGES[draft]?.act ?? draft
}

/// Null where the act's own form opens over the screen.
export function pathOf(draft: string, record: string): string | null {
  return PAGES[draft]?.path(record) ?? null
}

/// What the act's form was given: `finding=698&unit=C03`.
export function givenOf(record: string): ActBody {
  return Object.fromEntries(
    record.split('&').filter((part) => part.includes('=')).map((part) => {
      const at = part.indexOf('=')
      const value = part.slice(at + 1)
      return [part.slice(0, at), /^\d+$/.test(value) ? Number(value) : value]
    })
  )
}
