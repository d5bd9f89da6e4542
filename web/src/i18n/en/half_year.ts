import type zh from '../zh-CN/half_year'

const half_year: typeof zh = {
  about: 'Units check themselves, leads review, the coordinator collects, the office publishes.', checks: 'Self-checks', collection: 'Collection', circular: 'Circular', self_check: 'Half-year self-check',
  not_open: 'The half-year evaluation is not open yet.', opened: 'opened {0}', submitted_on: 'Handed in', by_domain: 'Domains collected', collected_on: 'collected {0}', not_collected: 'not collected',
  progress: '{done} of {all} units reviewed', published: 'published {0}', not_published: 'not published yet', of_unit: 'Self-check of {0}', done: 'What is done', shortcomings: 'Shortcomings',
  summary: 'Half-year summary', saved: 'Kept on this computer ({0})', submit: 'Hand in', submit_title: 'Hand in the self-check',
  submit_text: 'The lead reviews it; if it is sent back, change it and hand it in again.', blank_tasks: 'Still to fill in; where a task does not apply, say so: {0}', returned: 'Why it was sent back', evaluation: 'Evaluation',
  comments: 'Comments', remarks: 'Remarks of the circular', suggestions: 'Suggestions', needs_summary: 'The summary is missing.', task_n: '{done} of {all} tasks filled in',
  preview: 'Preview', preview_text: 'The evaluations of the units, for the circular.', fill: 'Draft the circular',
  overtaken: 'A colleague has handed in the self-check of your unit. What you typed was not handed in and is kept on this computer.'
}
export default half_year
