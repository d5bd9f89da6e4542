import type zh from '../zh-CN/form'

const form: typeof zh = {
  title: 'Act', submit: 'Submit', rehearse: 'Check', required: 'required', must: 'Fill this in.', add_row: 'Add a row', remove_row: 'Remove this row', row: 'Row {n}',
  draft_kept: 'Draft kept on this computer', draft_found: 'What you had not handed in last time is restored', draft_drop: 'Clear the draft',
  done: 'Done: {0} (no. {1} of the ledger)',
  rehearsal: 'Check before you go on', rehearsal_text: 'This will be written into the ledger and cannot be changed or deleted there.',
  rehearsal_events: '{n} records will be made', go: 'Do it', change: 'Go back and change',
  binding: 'This act is binding: it is shown to you again before it is done.', cites: 'Cites {0}', refused: 'This cannot be done',
  choose_unit: 'Find a unit by name', choose: 'Search or choose',
  evidence_drop: 'Drag files here, paste them, or', evidence_pick: 'choose files', evidence_declare: 'I confirm that these files contain no state secrets',
  evidence_existing: 'Use evidence that is here already', evidence_search: 'Search by unit, clause, note or hash', evidence_none: 'No finding has a file yet.', evidence_none_found: 'Nothing is found; try other words.', evidence_more_uses: '{n} findings use this file', evidence_uploading: 'Uploading {0}: {1}%', evidence_remove: 'Remove', evidence_hash: 'hash {0}',
  evidence_needs_declare: 'First confirm that the files contain no state secrets.',
  yaml_pick: 'Choose the files of the scheme (YAML, several at once)', yaml_read: '{n} files read', yaml_bad: '{0} is no valid YAML: {1}', flag_yes: 'Yes', flag_no: 'No',
  past: 'You are looking at the past, where nothing can be done.', not_possible: 'You cannot do this in your present capacity or at this stage.',
  separate: 'Separate several by commas or new lines', decimal_hint: 'A number, at most four decimal places',
  date_hint: 'e.g. 2021-06-30', date_bad: 'Write the day as 2021-06-30.', date_clear: 'Clear the day', calendar: 'Open the calendar', year_before: 'Year before', year_after: 'Year after', month_before: 'Month before', month_after: 'Month after',
  month: '{0}-{1}', day: '{2}, {0}-{1}', day_of_month: '{0} ({1})', weekday_1: 'Mon', weekday_2: 'Tue', weekday_3: 'Wed', weekday_4: 'Thu', weekday_5: 'Fri', weekday_6: 'Sat', weekday_7: 'Sun',
  another_person: 'You can confirm only what somebody else recorded.', confirm_leave: 'Back', today: 'Today',
  stale: 'Somebody changed this record while you were writing. Look at it as it is now; what you typed is kept.', stale_seen: 'I have looked: go on'
}
export default form
