/// Where the choices of a field come from: the names of fields mean the same thing in every act.
import { api, takeAll, WHOLE } from '@/api/client'
import type { ActId, Field } from '@/api/types'
import { i18n } from '@/i18n'
import { usePlace } from '@/stores/place'
import { useRegister } from '@/stores/register'
import { useSession } from '@/stores/session'
import type { Values } from './actForm'

export interface Option {
  value: string | number
  label: string
}

type Source = (values: Values, year: number) => Promise<Option[]>

const t = i18n.global.t
const word = (path: string): string => t(`words.${path}`)

function domainOf(values: Values): string | null {
  const register = useRegister()
  if (typeof values.domain === 'string' && values.domain) return values.domain
  const unit = register.units.find((row) => row.id === values.unit)
  return unit?.domain ?? null
}

const units: Source = async () => {
  const register = useRegister()
  await register.needUnits()
  return register.units.filter((row) => !row.is_merged).map((row) => ({ value: row.id, label: `${row.name}（${row.id}）` }))
}

const domains: Source = async () => {
  const register = useRegister()
  await Promise.allSettled([register.needScheme(), register.needUnits()])
  return register.domains.map((domain) => ({ value: domain.id, label: domain.name }))
}

const bodies: Source = async () => {
  const register = useRegister()
  await register.needBodies()
  return register.bodies.map((body) => ({ value: body, label: body }))
}

const people: Source = async () => {
  const register = useRegister()
  if (!useSession().maySee('people')) return []
  await register.needPeople()
  return register.people.map((person) => ({ value: person, label: person }))
}

const tasks: Source = async (values) => {
  const register = useRegister()
  await Promise.all([register.needScheme(), register.needUnits()])
  const wanted = domainOf(values)
  const out: Option[] = []
  for (const domain of register.scheme?.domains ?? []) {
    if (wanted && domain.id !== wanted) continue
    for (const category of domain.categories)
      for (const task of category.tasks) out.push({ value: task.id, label: `${task.id} ${task.name}` })
    if (!wanted) break
  }
  return out
}

const clauses: Source = async (values) => {
  const register = useRegister()
  await register.needScheme()
  const out: Option[] = []
  for (const domain of register.scheme?.domains ?? []) {
    if (domain.id !== domainOf(values)) continue
    for (const category of domain.categories)
      for (const task of category.tasks) {
        if (values.task && task.id !== values.task) continue
        for (const clause of task.clauses) out.push({ value: clause.id, label: `${clause.id} ${clause.text}` })
      }
  }
  return out
}

const branches: Source = async (values) => {
  const register = useRegister()
  await Promise.all([register.needScheme(), register.needUnits()])
  const wanted = domainOf(values)
  const out: Option[] = []
  for (const found of register.branches.values()) {
    if (wanted && found.domain.id !== wanted) continue
    out.push({ value: found.branch.id, label: `${found.branch.id} ${found.branch.text}（${found.task.name}）` })
  }
  return out
}

const statements: Source = async () => {
  const register = useRegister()
  await register.needScheme()
  return (register.scheme?.statements ?? []).map((one) => ({ value: one.id, label: `${one.id} ${one.text}` }))
}

const findings: Source = async (values, year) => {
  const unit = typeof values.unit === 'string' ? values.unit : undefined
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/findings', { params: { path: { year }, query: { unit, limit: WHOLE, cursor } } }))
  return rows
    .filter((row) => row.stage !== 'withdrawn')
    .map((row) => ({ value: row.id, label: `${row.id} ${row.unit_name} · ${row.task_name ?? ''} · ${row.note}` }))
}

const matters: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/matters', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({
    value: row.id,
    label: `${row.id} ${row.unit_name} · ${word(`matter_stage.${row.stage}`)} · ${row.text}`
  }))
}

const drafts: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/drafts', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} · ${word(`draft_stage.${row.stage}`)} ${row.note}` }))
}

const changes: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/changes', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.body} · ${row.text}` }))
}

const sheets: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/task-sheets', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows
    .filter((row) => row.record !== null)
    .map((row) => ({ value: row.record as number, label: `${row.record} ${row.unit_name} · ${row.task} ${row.task_name}` }))
}

const ballots: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/ballots', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.domain_name} · ${word(`ballot_stage.${row.stage}`)}` }))
}

const entries: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/review-entries', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.unit_name} · ${row.score} · ${word(`review_stage.${row.stage}`)}` }))
}

const circumstances: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/circumstances', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.unit_name} · ${word(`circumstance.${row.kind}`)}` }))
}

const rechecks: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/rechecks', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.unit_name} · ${row.text}` }))
}

const explanations: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/explanations', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.unit_name}` }))
}

const misconducts: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/misconduct', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.who} · ${row.conduct_name}` }))
}

const groups: Source = async (_values, year) => {
  const rows = await takeAll((cursor) =>
    api.GET('/api/v1/years/{year}/groups', { params: { path: { year }, query: { limit: WHOLE, cursor } } }))
  return rows.map((row) => ({ value: row.id, label: `${row.id} ${row.name}` }))
}

const capacities: Source = () =>
  Promise.resolve(
    ['commission', 'office', 'coordinator', 'lead', 'assessor'].map((one) => ({ value: one, label: word(`capacity.${one}`) }))
  )

async function bodiesAndUnits(): Promise<Option[]> {
  return [...(await bodies({}, 0)), ...(await units({}, 0))]
}

const NAMED: Record<string, Source> = {
  unit: units, into: units, units, domain: domains, domains, task: tasks, tasks, clause: clauses, branch: branches, body: bodies, to: bodies,
  person: people, finding: findings, matter: matters, draft: drafts, change: changes, sheet: sheets, ballot: ballots, entry: entries,
  circumstance: circumstances, recheck: rechecks, explanation: explanations, misconduct: misconducts, cites: statements,
  system_admin: people, security_admin: people, audit_admin: people, roles: capacities, replaces: groups, for: bodiesAndUnits, who: bodiesAndUnits
}

/// Fields that make the thing that they name, where no choice can be offered.
const NEW_HERE: Partial<Record<ActId, string[]>> = {
  enrol_unit: ['unit'], add_body: ['body'], add_person: ['person'], found: ['system_admin', 'security_admin', 'audit_admin']
}

/// The choices of a field, or null where it is typed.
export function sourceOf(act: ActId, field: Field): Source | null {
  if (NEW_HERE[act]?.includes(field.name)) return null
  if (!['id', 'record', 'texts'].includes(field.kind)) return null
  return NAMED[field.name] ?? null
}

/// Words of a choice, wherever they are listed.
export function choiceWord(field: Field, choice: string): string {
  const lists: Record<string, string> = {
    role: 'capacity', post: 'post', answer: 'choice', quarter: 'choice', progress: 'progress', origin: 'origin', grade: 'grade', result: 'grade',
    kind: 'circumstance', level: 'level', ruling: 'ruling', accused: 'accused', conduct: 'conduct', sanction: 'sanction'
  }
  const list = lists[field.name]
  return list ? word(`${list}.${choice}`) : choice
}

/// The current year, or the one given.
export function yearOf(values: Values): number {
  return typeof values.year === 'number' ? values.year : (usePlace().year ?? 0)
}
