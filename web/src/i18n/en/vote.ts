import type zh from '../zh-CN/vote'

const vote: typeof zh = {
  title: 'Ballot on the review', secret: 'The vote is secret: the system does not know who you are, nor when or from where you vote.', code: 'Voting code', tenant: 'City code (on your slip)', get: 'Get the paper',
  refused: 'This cannot be done', left: '{n} still to mark', complete: 'All marked', send: 'Cast the vote', ask: 'Check before you cast', ask_text: 'It cannot be changed afterwards, and the code is used up.',
  done: 'Your vote is cast. Thank you; you can close this page.'
}
export default vote
