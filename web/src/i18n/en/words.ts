import type zh from '../zh-CN/words'

const words: typeof zh = {
  capacity: {
    commission: 'commission', office: 'office', coordinator: 'coordinator', lead: 'lead', assessor: 'assessor', unit: 'unit',
    system_admin: 'system administrator', security_admin: 'security administrator', audit_admin: 'audit administrator',
    department: 'department', recipient: 'recipient of results'
  },
  post: { none: 'none', secretary: 'secretary', deputy_in_charge: 'deputy in charge' },
  grade: { good: 'good', fair: 'fair', ordinary: 'ordinary', poor: 'poor' },
  mark: { good: 'good', fair: 'fair', ordinary: 'ordinary', poor: 'poor', abstain: 'abstain' },
  stage: {
    drafting: 'drafting', in_force: 'in force', year_end: 'year-end', grading: 'grading', published: 'published',
    closed: 'closed', archived: 'archived'
  },
  finding_stage: { recorded: 'to be confirmed', confirmed: 'confirmed', withdrawn: 'withdrawn' },
  finding_step: { recorded: 'recorded', confirmed: 'confirmed', objected: 'objected to' },
  objection: { filed: 'objection open', upheld: 'objection upheld', dismissed: 'objection dismissed' },
  meaning: { count: 'count', measured: 'measured', gap: 'gap', level: 'level', points: 'points' },
  effect: { deduct: 'deduction', award: 'award', zero: 'no points for the task', void: 'veto' },
  basis: { once: 'once', each: 'per case', shortfall: 'by shortfall', excess: 'by excess', level: 'by level' },
  urgency: { later: 'not due yet', near: 'due soon', overdue: 'overdue' },
  need: { settling: 'to be settled', signature: 'to be signed', answer: 'a finding or an objection is open', resettling: 'to be settled again' },
  sheet_stage: { settled: 'settled', signed: 'signed', reopened: 'reopened' },
  progress: { on_time: 'on time', late: 'late', problem: 'problem' },
  origin: { reminder: 'reminder', supervision_circular: 'supervision circular', half_year_circular: 'half-year circular' },
  matter_stage: {
    told: 'to be acknowledged', acknowledged: 'acknowledged', planned: 'rectifying', reported: 'reported', returned: 'sent back',
    accepted: 'accepted', closed: 'closed', withdrawn: 'withdrawn'
  },
  matter_step: {
    reminded: 'reminded', named_in_circular: 'named in a circular', acknowledged: 'acknowledged', planned: 'measures planned',
    reported: 'rectification reported', returned: 'sent back', accepted: 'accepted', supervision_requested: 'supervision asked for',
    supervision_refused: 'supervision refused', supervision_ordered: 'supervision ordered', supervision_extended: 'deadline extended',
    closed: 'closed', withdrawn: 'withdrawn'
  },
  supervision: { none: 'not supervised', requested: 'supervision asked for', refused: 'supervision refused', ordered: 'under supervision' },
  self_check_stage: { absent: 'not handed in', submitted: 'handed in', returned: 'sent back', reviewed: 'reviewed' },
  draft_stage: { carried: 'carried forward', consolidated: 'consolidated', consented: 'consented to', returned: 'sent back', issued: 'issued' },
  change_stage: { requested: 'to be decided', refused: 'refused', granted: 'granted' },
  difference: { added: 'added', removed: 'removed', changed: 'changed' },
  part: { domain: 'domain', category: 'category', task: 'task', clause: 'clause', branch: 'branch', section: 'other section' },
  section: { id: 'id of the scheme', name: 'name', year: 'year', source: 'source', basis: 'basis', articles: 'articles', statements: 'statements', bodies: 'bodies', composition: 'composition', grading: 'grading', bars: 'bars', consequences: 'consequences', calendar: 'calendar', settings: 'settings', conventions: 'conventions', references: 'references' },
  ballot_stage: { open: 'open', closed: 'closed', cancelled: 'cancelled' },
  review_stage: { entered: 'to be confirmed', confirmed: 'confirmed', replaced: 'replaced' },
  circumstance: {
    criticism: 'criticised by name', survey: 'satisfaction survey', fraud: 'fraud', major_problem: 'major problem', no_progress: 'no evident progress'
  },
  level: {
    central_committee: 'Central Committee', state_council: 'State Council', provincial_committee: 'provincial committee',
    provincial_government: 'provincial government', city: 'city'
  },
  ruling: { uphold: 'upheld', change: 'changed', annul: 'annulled' },
  version_cause: { publication: 'first publication', recheck: 'changed by a recheck', appeal: 'changed by an appeal', misconduct: 'changed for misconduct' },
  explanation_stage: { filed: 'filed', accepted: 'accepted', returned: 'sent back' },
  accused: { unit: 'unit', assessor: 'assessor', staff: 'staff' },
  misconduct_stage: { recorded: 'recorded', referred: 'referred', decided: 'decided' },
  sanction: {
    unfounded: 'unfounded', circular: 'criticised in a circular', admonition: 'admonition', reassignment: 'reassignment',
    organisational: 'organisational measure', disciplinary: 'disciplinary measure'
  },
  conduct: {
    fabrication: 'fabrication', perfunctoriness: 'perfunctoriness', lobbying: 'lobbying', interference: 'interference', other: 'other',
    formalism: 'formalism', bureaucratism: 'bureaucratism', neglect: 'neglect', favouritism: 'favouritism', dereliction: 'dereliction', harm: 'harm done'
  },
  document: {
    indicators_issued: 'notice issuing the indicators', reminder: 'reminder', supervision_order: 'supervision order',
    supervision_circular: 'supervision circular', half_year_circular: 'half-year circular', result_circular: 'result circular',
    result_notice: 'result notice', grading_minutes: 'grading minutes', explanation: 'explanation', transfer: 'transfer', interpretation: 'interpretation'
  },
  open_matter: {
    'requested change': 'change to be decided', matter: 'matter not closed', 'appeal on recheck': 'appeal not decided', recheck: 'recheck not decided', 'explanation of': 'explanation not accepted', misconduct: 'misconduct not decided'
  },
  unit_kind: { days: 'days', working_days: 'working days', date: 'fixed date' },
  account_state: { no: 'enabled', unapproved: 'to be approved', by_administrator: 'disabled', idle: 'disabled, long idle' },
  choice: { refuse: 'refuse', grant: 'grant', upheld: 'upheld', dismissed: 'dismissed', '1': 'first quarter', '2': 'second quarter', '3': 'third quarter', '4': 'fourth quarter' },
  quarter: { 1: 'Q1', 2: 'Q2', 3: 'Q3', 4: 'Q4' },
  yes: 'yes', no: 'no', none: 'none', unknown: '—'
}
export default words
