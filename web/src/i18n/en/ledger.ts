import type zh from '../zh-CN/ledger'

const ledger: typeof zh = {
  bundle: 'Download the bundle', about: 'Every act is in the ledger; it is added to and never changed.', log: 'Log', documents: 'Documents', open: 'Open matters', head: 'Head', act: 'Act', person: 'Person', on: 'Done on', recorded: 'Recorded at', document: 'Kind', issuer: 'Issuer', no: 'Number', issued: 'Issued on', unit: 'To',
  as_of_title: 'As of a day', as_of_text: 'Choose a day, and the whole application shows what the ledger said on it.', load_more: 'Load more', verify_title: 'Verification', verify_text: 'The ledger can be verified without this system. Have the system administrator export a bundle, and on any computer run:', matter: 'Matter', verify: 'Verify the ledger', verifying: 'Checking every event and computing it again…', verified: 'Verified: {0} events, head', not_verified: 'Not verified', no_open: 'Nothing is open.', no_documents: 'No documents.',
  from: 'Done from', until: 'to', search_hint: 'act, person or number', partly: '{0} are loaded and there are more; what is exported is what is loaded.', none_found: 'Nothing in the ledger fits. Use fewer words or a wider span of days.'
}
export default ledger
