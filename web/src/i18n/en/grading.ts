import type zh from '../zh-CN/grading'

const grading: typeof zh = {
  about: 'Grades are proposed from scores and ranks; quotas, bars and open questions are dealt with here; the commission approves, the office publishes.', hide_names: 'Hide names', steps: 'Steps', propose: 'The office proposes', approve: 'The commission approves', publish: 'Publish',
  done_on: '{0} {1}', not_done: 'not yet', stale: 'Scores or circumstances changed: the proposal is out of date and must be made again.', arithmetic: 'Quota', quota_of: '{0} units ranked, quota of good {1}, used {2}',
  incomplete: 'scores incomplete', complete: 'scores complete', only_open: 'Only open questions', proposed: 'Proposed', now: 'Grade', bars: 'Bars', candidates: 'Left to people', settled: 'Deliberation', line: 'quota line',
  deliberate: 'Deliberate', best: 'at most {0}', lowered: 'lowered by {0}', serious: 'major problem', no_progress: 'no evident progress', objections: 'Why it cannot be approved yet', minutes: 'Deliberations (minutes)', copy_minutes: 'Copy the minutes',
  withdrawn: 'withdrawn: {0}', hidden: 'Unit {0}', minutes_line: '{0}: {1}, graded {2}. Reason: {3} (cites {4})', no_minutes: 'No deliberation yet.', range: 'Possible: {0} to {1}'
}
export default grading
