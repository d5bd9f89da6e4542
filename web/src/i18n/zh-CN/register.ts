export default {
  about: '考核对象、责任单位和人员任用。', units: '考核对象', bodies: '责任单位', people: '人员与任用', since: '列入日期', merged: '并入 {0}', periods: '沿革', exempt: '免予考核', roles: '身份', own_unit: '本身为考核对象', appointments: '任用', from_to: '{0} 起', until: '至 {0}', post: '职务', in_years: '{0} 年度：{1}'
}
