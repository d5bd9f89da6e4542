import type zh from '../zh-CN/help'

const help: typeof zh = { contents: 'Contents' }
export default help
