export default {
  scorebook: '下载得分簿', about: '按公布口径计算的得分和名次，等次以市考核委审定为准。', indicator: '指标得分', review: '述职评议得分', proposed: '建议等次', questions: '待研究确定',
  complete: '得分已齐全', incomplete: '得分尚未齐全，名次为暂定', quota: '“好”等次名额 {0} 个，参加排名 {1} 个单位', chart: '{0}总分分布（深色为建议“好”）',
  sheet_of: '{0} 得分明细', edition: '指标体系版本 {0}', why: '为什么是 {0} 分', own_tasks: '由本单位考核的任务', show_all: '显示未失分的任务', exempt: '本年度免予考核',
  chain: '由等次到得分', for_now: '暂定', of_units: '共 {0} 个单位', no_total: '述职评议得分形成后计算', no_review: '尚未形成', share: '占 {0}%',
  scale: '点的高低为总分；为看清差距，纵轴不从 0 分起。', scale_radar: '各轴由 {0}% 起。', scale_line: '为看清差距，纵轴不从 0 分起。', by_quarter: '按季度', by_year: '按年度', history_years: '各年度公布的总分', no_years: '尚无公布的年度结果。',
  without_clause: '扣分记录 {0} 在现行版本中已无对应细则，未计入。', lost_of: '失 {0} 分，分值 {1} 分', assessors: '考核责任单位', nothing_lost: '没有失分。',
  asked: '按细则应扣 {0} 分', radar: '各项考核指标得分率', median: '本领域中位', full: '分值', lost: '失分', median_lost: '本领域失分中位', history: '各季度监测结束时的指标得分',
  as_of: '截至', no_history: '尚无季度监测结束。', what_if: '推演', what_if_text: '假设某些扣分记录不成立，或新增一条，看得分、名次和建议等次怎样变化。推演不写入台账。',
  without: '假设不成立的扣分记录', add_branch: '假设新增一条扣分', suppose_review: '假设述职评议得分', compute: '推演', now: '现在', then: '推演后',
  turning_point: '若扣分记录 {0} 不成立，总分为 {1} 分，建议等次为“{2}”。', others: '名次随之变化的其他单位（{n}）'
}
