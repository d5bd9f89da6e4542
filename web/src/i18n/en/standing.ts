import type zh from '../zh-CN/standing'

const standing: typeof zh = {
  scorebook: 'Download the score book', about: 'Scores and ranks as they would be published; grades are the commission\'s to decide.', indicator: 'Indicators', review: 'Review', proposed: 'Proposed grade',
  questions: 'Left to people', complete: 'scores complete', incomplete: 'scores incomplete: ranks are for now', quota: 'Quota of “good”: {0} of {1} units',
  chart: 'Totals of {0} (dark: proposed “good”)', sheet_of: 'Sheet of {0}', edition: 'edition {0}', why: 'Why {0} points', own_tasks: 'Tasks that your body assesses',
  show_all: 'Show tasks without loss', exempt: 'exempt this year', chain: 'From grade to score', for_now: 'for now', of_units: 'of {0} units',
  no_total: 'once there is a review score', no_review: 'not there yet', share: '{0}% of the total',
  scale: 'The height of a dot is the total; so that differences can be seen, the axis does not begin at 0.', scale_radar: 'The axes begin at {0}%.', scale_line: 'So that differences can be seen, the axis does not begin at 0.',
  by_quarter: 'By quarter', by_year: 'By year', history_years: 'Totals as published, year by year', no_years: 'No year has a published result yet.', without_clause: 'Findings {0} have no clause in the edition in force and do not count.',
  lost_of: 'lost {0} of {1}', assessors: 'Assessors', nothing_lost: 'Nothing lost.', asked: '{0} by the clause', radar: 'Share of points kept by category', median: 'Median of the domain',
  full: 'Points', lost: 'Lost', median_lost: 'Median lost', history: 'Indicator score when each quarter\'s monitoring closed', as_of: 'As of', no_history: 'No quarter has closed yet.',
  what_if: 'What if', what_if_text: 'Suppose that some findings were not, or that there were one more: see score, rank and proposed grade. Nothing is recorded.',
  without: 'Findings supposed not to be', add_branch: 'Suppose another deduction', suppose_review: 'Supposed review score', compute: 'Compute', now: 'Now', then: 'Then',
  turning_point: 'Without findings {0} the total would be {1} and the proposed grade {2}.', others: 'Other units whose rank moves ({n})'
}
export default standing
