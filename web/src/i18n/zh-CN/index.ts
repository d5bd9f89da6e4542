/// Chinese, one file a screen. What is added here is missed by the compiler in English until it is added there.
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

export default { account, common, duties, findings, form, half_year, home, results, shell, sign_in, standing, words, work }
