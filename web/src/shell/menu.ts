/// The navigation by what one may see.
import type { useSession } from '@/stores/session'

export interface Entry {
  key: 'work' | 'home' | 'findings' | 'standing' | 'monitoring' | 'half_year' | 'year_end' | 'grading' | 'results' | 'regulation' | 'indicators' | 'ledger' | 'register' | 'admin'
  to: string
}

export function entriesFor(session: Pick<ReturnType<typeof useSession>, 'maySee' | 'isUnit' | 'isAdministrator' | 'me'>): Entry[] {
  const see = session.maySee
  const out: Entry[] = []
  const add = (isShown: boolean, key: Entry['key'], to: string): void => {
    if (isShown) out.push({ key, to })
  }
  add(!session.isAdministrator, 'work', '/work')
  add(session.isUnit, 'home', '/home')
  add(see('findings'), 'findings', '/findings')
  add(see('grading'), 'standing', '/standing')
  add(see('progress'), 'monitoring', '/monitoring')
  add(see('self_checks'), 'half_year', '/half-year')
  add(see('sheets'), 'year_end', '/year-end')
  add(see('grading'), 'grading', '/grading')
  add(see('results') || see('aftermath'), 'results', '/results')
  add(see('indicators'), 'regulation', '/regulation')
  add(see('indicators'), 'indicators', '/indicators')
  add(see('log') || see('documents'), 'ledger', '/ledger')
  add(see('units') && !session.isUnit, 'register', '/register')
  add(session.isAdministrator, 'admin', '/admin')
  return out
}
