import type zh from '../zh-CN/work'

const work: typeof zh = {
  about: 'What is due, by date; “Do it” takes you there.', owed: 'Due', rights: 'Possible, not due', drafts: 'Begun, not handed in', resume: 'Go on',
  can_do: 'All that you can do', can_do_text: 'Every act that is possible in your present capacity at this stage.', act: 'Do it', nothing: 'Nothing is due at present.',
  overdue_n: '{n} overdue', near_n: '{n} due soon', later_n: '{n} later', until: 'due {0}', no_date: 'no date', times: '{n} of them', unfold: 'Show all {n}',
  fold: 'Show less', news: 'New since you were last here ({n})', latest: 'Latest', no_news: 'Nothing new.', finding: 'Finding', returned: 'Came back ({n})', sent_back: 'sent back'
}
export default work
