export default {
  about: '考核办法条文、本系统约定和释义；点条文可看引用它的细则和约定。', articles: '条文', conventions: '本系统约定', interpretations: '释义', terms: '时限与日历', term: '时限', holidays: '节假日放假的工作日', working_weekends: '调休上班日', bodies: '责任单位', search: '在办法中查找',
  article: '第{0}条', statements: '条文要点', citing: '引用本条的内容', nothing_cites: '没有引用本条的约定、时限或限制情形。', convention_about: '办法没有规定、由方案设定的规则，均列在此；它们不是办法条文。', setting: '设置项', question: '问题', answer: '解释',
  given: '{0} 解释', no_interpretations: '尚无释义。', found: '找到 {n} 处', source: '来源', incomplete: '来源不完整，缺少：', bar: '限制情形', consequence: '结果运用', term_days: '{0}{1}', none_found: '没有找到。', duties: '职责', roles: '身份'
}
