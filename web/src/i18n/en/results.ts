import type zh from '../zh-CN/results'

const results: typeof zh = {
  about: 'Published results, and what follows: rechecks, appeals, explanations, consequences.', versions: 'Results', rechecks: 'Rechecks and appeals', explanations: 'Explanations', consequences: 'Consequences', misconduct: 'Misconduct',
  version: 'Version {0}', published_on: 'published {0}', none: 'No result is published yet.', moved: 'Units that moved against the version before', reasons: 'Grounds', entails: 'Consequences', to_notice: 'Notice',
  filed: 'Filed on', decided: 'Decision', not_decided: 'to be decided', appeal: 'Appeal', recused: 'Recused: {0}', owed: 'Explanations owed', owed_missing: 'not filed', owed_overdue: 'overdue', causes: 'Causes',
  measures: 'Measures', persons: 'Persons', hand_overs: 'Handed on', handed: 'version {0}, {1}: {2}', who: 'Whose', conduct: 'Conduct', sanction: 'Sanction', no_consequences: 'Nothing to hand on.',
  notice: 'Result of {0}', notice_unit: '{0}:', grade_is: 'Grade', print_notice: 'Print the notice'
}
export default results
