export default {
  about: '由得分和名次提出建议，名额、限制情形和待研究事项在此一并处理；市考核委审定后公布。', hide_names: '隐去单位名称', steps: '定等步骤', propose: '市考核办提出等次建议', approve: '市考核委审定', publish: '公布',
  done_on: '{0} {1}', not_done: '未办', stale: '得分或情形已有变化，建议已过时，须重新提出。', arithmetic: '名额计算', quota_of: '参加排名 {0} 个单位，“好”等次名额 {1} 个，已用 {2} 个',
  incomplete: '得分尚未齐全', complete: '得分已齐全', only_open: '只看待研究的', proposed: '建议', now: '现等次', bars: '限制情形', candidates: '待研究确定', settled: '研判结果', line: '名额线',
  deliberate: '研判', best: '最高可定“{0}”', lowered: '下调 {0} 档', serious: '有重大问题', no_progress: '成效不明显', objections: '尚不能审定的原因', minutes: '研判记录（纪要）', copy_minutes: '复制纪要',
  withdrawn: '已撤回：{0}', hidden: '单位 {0}', minutes_line: '{0}：{1}，定为“{2}”。理由：{3}（依据 {4}）', no_minutes: '尚无研判记录。', range: '可定等次：{0} 至 {1}'
}
