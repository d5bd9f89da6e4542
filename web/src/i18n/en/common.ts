import type zh from '../zh-CN/common'

const common: typeof zh = {
  product: 'Heng 衡', subtitle: 'Party-building assessment',
  demo: 'Demonstration: public passwords, made-up data',
  non_secret: 'This system is not for state secrets: never enter, send or store any.',
  loading: 'Loading…', empty: 'Nothing here', retry: 'Try again', cancel: 'Cancel', close: 'Close', back: 'Back', open: 'Open', save: 'Save', confirm: 'Confirm',
  all: 'All', search: 'Search', filter: 'Filter', export_csv: 'Export table', print: 'Print', show_more: 'Show {n} more of {left}', more: 'More', refresh: 'Refresh',
  count: '{n} in all', incident: 'Incident', remedy: 'What to do', points: '{0} points', page_failure: 'This cannot be shown', optional: ' (optional)',
  as_table: 'Table', as_chart: 'Chart', not_permitted: 'You may not see this in your present capacity. You can change it at the top right.',
  unit: 'Unit', domain: 'Domain', task: 'Task', clause: 'Clause', category: 'Category', date: 'Date', stage: 'State', reason: 'Reason',
  number: 'No.', by: 'By', of: 'For', cites: 'Cites', total: 'Total', rank: 'Rank', grade: 'Grade', evidence: 'Evidence', actions: 'Actions',
  year: 'Year', name: 'Name', text: 'Text', note: 'Note', until: 'Due', quarter: 'Quarter', convention: 'Convention of this system', select: 'Choose',
  skip: 'Skip to content', tied: 'tied', select_all: 'Select all', selected: '{n} selected', file: 'File {n}', none_yet: 'None yet', copy: 'Copy', copied: 'Copied',
  workbook: 'Workbook', download: 'Download', download_as: 'Download {0}', downloading: 'Downloading…', downloading_share: '{0}% is here', download_failed: 'It could not be downloaded',
  sort: 'Click a heading to sort'
}
export default common
