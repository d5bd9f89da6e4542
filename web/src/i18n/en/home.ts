import type zh from '../zh-CN/home'

const home: typeof zh = {
  about: 'The unit\'s own score, matters, and what it must write.', matters: 'Matters to rectify', no_matters: 'None.', no_self_check: 'The half-year evaluation is not open yet.',
  no_results: 'No result is published yet.'
}
export default home
