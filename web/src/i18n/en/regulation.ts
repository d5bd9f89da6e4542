import type zh from '../zh-CN/regulation'

const regulation: typeof zh = {
  about: 'Articles, conventions of this system, interpretations; an article shows what cites it.', articles: 'Articles', conventions: 'Conventions', interpretations: 'Interpretations', terms: 'Terms and calendar', term: 'Term', holidays: 'Weekdays off for public holidays', working_weekends: 'Weekend days worked in exchange', bodies: 'Bodies', search: 'Search the regulation',
  article: 'Article {0}', statements: 'Statements', citing: 'What cites this article', nothing_cites: 'No convention, term or bar cites it.', convention_about: 'Rules that the regulation leaves open and the scheme states. They are no articles.', setting: 'Setting', question: 'Question', answer: 'Interpretation',
  given: 'given {0}', no_interpretations: 'No interpretation yet.', found: '{n} found', source: 'Source', incomplete: 'The source is incomplete; missing:', bar: 'Bar', consequence: 'Consequence', term_days: '{0} {1}', none_found: 'Nothing found.', duties: 'Duties', roles: 'Capacities'
}
export default regulation
