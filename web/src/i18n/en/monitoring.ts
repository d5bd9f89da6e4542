import type zh from '../zh-CN/monitoring'

const monitoring: typeof zh = {
  about: 'How units get on with each task, quarter by quarter; what is wrong is reminded of, supervised and rectified.', heat: 'Where points are lost', progress: 'Progress', matters: 'Matters', circulars: 'Circulars', burden: 'Burden',
  heat_about: 'The darker, the more is lost; the number is what is lost. A unit leads to its sheet, a cell to its findings.', no_findings: 'nothing lost', cell: '{0} · {1}: lost {2}, {3} findings', lost: 'Lost', span: 'What is counted', within: 'within the quarter', until: 'from January to its close', span_year: 'the year so far', span_of: 'within {0}', span_to: 'from January to the close of {0} ({1})',
  progress_about: 'Assessors mark each task once a quarter. Several can be marked together.', unmarked: 'not marked', mark_as: 'Mark as', mark_n: 'Mark those chosen ({n})', marked_n: '{n} marked (no. {seq} of the ledger)',
  quarter_open: '{0}: opened {1}, closes {2}', quarter_none: 'This quarter is not open yet.', only_unmarked: 'Only those not marked', whose: 'For your body to mark', nothing_to_mark: 'Nothing for your body to mark.',
  matter: 'Matter {0}', origin: 'Origin', opened: 'Opened', supervision: 'Supervision', timeline: 'Timeline', reports: 'Reports', analysis: 'Causes', measure: 'Measure', responsible: 'Responsible',
  completed: 'all carried out', not_completed: 'not all carried out', addressed: 'Addressed to', findings: 'Findings', keep_note: 'Rectifying a matter does not take back its deduction.', supervised_only: 'Only supervised', open_only: 'Only open',
  no_matters: 'No matters.', no_circulars: 'No circular yet.', units_named: 'Units named', reminders: 'Reminders', circulars_n: 'Circulars', supervisions: 'Supervisions', self_checks: 'Self-checks', explanations: 'Explanations', sum: 'Total', written: 'Reports written',
  burden_about: 'How much this system asks of each unit, so that the burden can be kept small.'
}
export default monitoring
