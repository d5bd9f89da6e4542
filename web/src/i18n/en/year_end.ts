import type zh from '../zh-CN/year_end'

const year_end: typeof zh = {
  about: 'Groups settle each task sheet and somebody else signs it; review scores come from ballots or are entered.', groups: 'Groups', sheets: 'Task sheets', ballots: 'Ballots', reviews: 'Review scores', circumstances: 'Circumstances',
  not_open: 'The year-end assessment is not open yet.', members: 'Members', assesses: 'Assesses', replaced: 'replaced', without_group: 'Units without a group', no_groups: 'No group yet.',
  need: 'Needs', only_mine: 'Only what I can do', settle_n: 'Settle those chosen ({n})', sign_n: 'Sign those chosen ({n})', settled_n: '{n} settled (no. {seq} of the ledger)', signed_n: '{n} signed (no. {seq} of the ledger)',
  sheets_about: 'Settling confirms what a task lost and scores; whoever settled a sheet cannot sign it.', score: 'Score', lost: 'Lost', settled_by: 'Settled', signed_by: 'Signed', undecided: 'undecided findings {0}', ask_title: 'Check before you go on',
  ask_text: 'These {n} task sheets will be written into the ledger.', no_sheets: 'No task sheets.', ballot: 'Ballot {0}', opened: 'Opened', no_ballots: 'No ballot.', open_ballot: 'Open a ballot', paper: 'on paper', online: 'with codes',
  once: 'counted by one', group: 'Voter group', weight: 'Weight (%)', voters: 'Voters', valid: 'Valid', result: 'Result', tallies: 'Tallies', score_of: 'Review score', coefficients: 'Coefficients: good {0}, fair {1}, ordinary {2}, poor {3}',
  codes: 'Codes', codes_made: '{n} codes were made. They cannot be shown again once this page is closed: print and hand them out first.', print_codes: 'Print the codes', codes_secret: 'Codes are made and shown on this page only; the ledger keeps their hashes, and nobody can learn from them who voted what.',
  code_slip: 'Voting code', code_qr: 'QR code of the voting code', code_how: 'Scan it with a phone, or open {0} on a computer and enter the code; mark each unit and send. A code is good once.', on_paper: 'All vote on paper (no codes)', add_group: 'Add a group', group_name: 'Name of the group', weights_note: 'Weights must sum to 100.',
  good_max: 'Most units marked good', all_same: 'A ballot of equal marks is invalid', start: 'Check and open', opened_done: 'The ballot is open', waiting: 'waits to be confirmed', review_score: 'Score', no_score: 'none yet', no_circumstances: 'No circumstances.', kind: 'Kind', document: 'Document', result_of: 'Result', domain_ballot: 'Domain that is voted on',
  entry: 'Entries', go_codes: 'Back', merged_note: 'Groups that are too small are counted together, to keep votes secret.'
}
export default year_end
