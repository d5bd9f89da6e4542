import type zh from '../zh-CN/duties'

const duties: typeof zh = {
  answer_matter: 'Report on the rectification', carry_out_measures: 'Carry out the measures', review_rectification: 'Review the rectification',
  decide_supervision: 'Decide on the supervision asked for', object_to_finding: 'May object to a finding', appeal: 'May appeal', open_ledger: 'Open the ledger'
}
export default duties
