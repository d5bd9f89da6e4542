/// English, complete: the compiler compares it with the Chinese.
import type zh from '../zh-CN'
import account from './account'
import common from './common'
import duties from './duties'
import findings from './findings'
import form from './form'
import half_year from './half_year'
import home from './home'
import results from './results'
import shell from './shell'
import sign_in from './sign_in'
import standing from './standing'
import words from './words'
import work from './work'

const en: typeof zh = { account, common, duties, findings, form, half_year, home, results, shell, sign_in, standing, words, work }
export default en
