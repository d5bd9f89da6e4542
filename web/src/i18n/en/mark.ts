import type zh from '../zh-CN/mark'

const mark: typeof zh = { colon: ': ', open: ' (', close: ') ', semicolon: '; ', comma: ', ', stop: '. ', left: ' [', right: '] ', list: ', ' }
export default mark
