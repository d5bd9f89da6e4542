/// Short names for what the API answers; the shapes are generated from api/openapi.yaml.
import type { components } from './schema'

export type Schemas = components['schemas']
export type Problem = Schemas['problem']
export type Reason = Schemas['reason']
export type BothTexts = Schemas['text_in_both']
export type Me = Schemas['me']
export type Capacity = Schemas['capacity']
export type Grade = Schemas['grade']
export type Session = Schemas['session']
export type Act = Schemas['act']
export type Field = Schemas['field']
export type ActId = Schemas['act_id']
export type WorkItem = Schemas['work_item']
export type YearRow = Schemas['year_row']
export type UnitRow = Schemas['unit_row']
export type Scheme = Schemas['scheme']
export type IndicatorTable = Schemas['indicator_table']
export type Task = Schemas['task']
export type Clause = Schemas['clause']
export type Branch = Schemas['branch']
export type FindingRow = Schemas['finding_row']
export type Finding = Schemas['finding']
export type Sheet = Schemas['sheet']
/// Members that the server may give; nothing is computed here in their place but sums of what it gave.
export type SheetCategory = Schemas['sheet_category']
export type SheetTask = Schemas['sheet_task']
export type Deduction = Schemas['deduction']
export type Standing = Schemas['standing']
export type RehearsedEvent = Schemas['rehearsed_event']
export type Receipt = Schemas['receipt']
/// The fields of an act by name, as the form holds them before they are sent.
export type ActBody = Record<string, unknown>
