import type zh from '../zh-CN/findings'

const findings: typeof zh = {
  about: 'A finding is recorded by an assessor and counts once somebody else has confirmed it.', record: 'Record a finding', queue: 'To be confirmed',
  record_about: 'Somebody else of your body confirms it; then it counts.', fact: 'The fact', value: 'Value', occurred: 'Happened on', recorded: 'recorded on',
  case: 'Case', source: 'Source', search_hint: 'words of unit, fact or clause', none: 'No finding fits.', view_name: 'Name these filters',
  keep_view: 'Keep them', drop_view: 'Delete the filters “{0}”', clear: 'Clear filters', one: 'Finding {0}', asked: 'By the clause', taken: 'Taken',
  not_counted: 'not counted', steps: 'Steps', objection: 'Objection', answer: 'Answer', duplicates: 'Possible duplicates',
  duplicates_text: 'One fact counts once a year. If it is the same fact, give it the same case, or do not record it again.',
  without_clause: 'the edition in force no longer has this clause', queue_about: 'Whoever recorded a finding cannot confirm it. Tick and confirm together, or open, correct and withdraw one by one.',
  queue_none: 'Nothing waits for you to confirm it.', queue_own: '{n} more were recorded by yourself; somebody else must confirm them.', confirm_n: 'Confirm those chosen ({n})',
  confirm_title: 'Confirm {n} findings', confirm_text: 'They will count, and the unit may object within its term. Check them:', confirmed_n: '{n} confirmed (no. {seq} of the ledger)',
  pick: 'Choose: {0}, {1}', units: 'Units', units_hint: 'If one fact concerns several units of a domain, choose them together; each gets its own record.', clause: 'Clause',
  unit_first: 'Choose the unit first.', clause_hint: 'Type words of the clause', all_clauses: 'List clauses of other assessors too',
  too_many: '{n} found, {max} shown; type more', other_clause: 'Another clause', case_hint: 'Findings of one case count once, at the highest clause',
  save: 'Save', save_n: 'Save {n}', saved_n: '{n} recorded (no. {seq} of the ledger), to be confirmed by somebody else', foresight: 'Before you save',
  foresight_empty: 'Once unit and clause are chosen, what it costs is shown here.', rule: 'Counting', cap: 'at most', cap_task: 'the points of the task',
  task_now: 'Task at present', task_left: '{0} of {1} points', indicator: 'Indicator score', others_moved: 'Units whose rank moves', foresight_first: 'Several units are chosen; the first is shown.',
  task_has: 'Deductions in this task',
  foreseen: 'This would', foreseen_taken: 'take {0} points', foreseen_gain: 'add {0} points', foreseen_left: 'the task then has {0} of {1}'
}
export default findings
