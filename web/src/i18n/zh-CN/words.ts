/// Words of the regulation and of the record, by the API's own values.
export default {
  capacity: {
    commission: '市考核委', office: '市考核办', coordinator: '市委组织部', lead: '主要考核责任单位', assessor: '考核责任单位',
    unit: '考核对象', system_admin: '系统管理员', security_admin: '安全管理员', audit_admin: '审计管理员',
    department: '部门', recipient: '结果接收单位'
  },
  post: { none: '无', secretary: '书记', deputy_in_charge: '分管副书记' },
  grade: { good: '好', fair: '较好', ordinary: '一般', poor: '差' },
  mark: { good: '好', fair: '较好', ordinary: '一般', poor: '差', abstain: '弃权' },
  stage: {
    drafting: '指标制定', in_force: '组织实施', year_end: '年终考核', grading: '等次评定', published: '结果公布',
    closed: '年度关闭', archived: '已归档'
  },
  finding_stage: { recorded: '待确认', confirmed: '已确认', withdrawn: '已撤回' },
  finding_step: { recorded: '记录', confirmed: '确认', objected: '提出异议' },
  objection: { filed: '异议待答复', upheld: '异议成立', dismissed: '异议不成立' },
  meaning: { count: '次数', measured: '实测数', gap: '差额', level: '层级', points: '扣分数' },
  effect: { deduct: '扣分', award: '加分', zero: '该项不得分', void: '一票否决' },
  basis: { once: '一次性', each: '按次数', shortfall: '按差额', excess: '按超出', level: '按层级' },
  urgency: { later: '未到期', near: '临近到期', overdue: '已逾期' },
  need: { settling: '待核定', signature: '待签认', answer: '有扣分待确认或异议待答复', resettling: '须重新核定' },
  sheet_stage: { settled: '已核定', signed: '已签认', reopened: '已退回' },
  progress: { on_time: '按时推进', late: '推进滞后', problem: '存在问题' },
  origin: { reminder: '提醒', supervision_circular: '督查通报', half_year_circular: '半年评估通报' },
  matter_stage: {
    told: '待签收', acknowledged: '已签收', planned: '整改中', reported: '已反馈', returned: '已退回', accepted: '已认可',
    closed: '已办结', withdrawn: '已撤销'
  },
  matter_step: {
    reminded: '发出提醒', named_in_circular: '列入通报', acknowledged: '签收', planned: '制定整改措施', reported: '反馈整改情况',
    returned: '退回整改', accepted: '认可整改', supervision_requested: '提请督办', supervision_refused: '不予督办',
    supervision_ordered: '督办', supervision_extended: '延长督办期限', closed: '办结督办', withdrawn: '撤销事项'
  },
  supervision: { none: '未督办', requested: '已提请督办', refused: '不予督办', ordered: '督办中' },
  self_check_stage: { absent: '未报送', submitted: '已报送', returned: '已退回', reviewed: '已审核评价' },
  draft_stage: { carried: '结转', consolidated: '已汇总审核', consented: '市考核委已同意', returned: '已退回', issued: '已印发' },
  change_stage: { requested: '待研究', refused: '不予变更', granted: '同意变更' },
  difference: { added: '新增', removed: '删除', changed: '修改' },
  part: { domain: '领域', category: '考核指标', task: '基本任务', clause: '扣分细则', branch: '分句', section: '其他部分' },
  section: { id: '方案编号', name: '方案名称', year: '年度', source: '来源', basis: '制定依据', articles: '条文', statements: '条文要点', bodies: '责任单位', composition: '得分构成', grading: '等次规则', bars: '限制情形', consequences: '结果运用', calendar: '日历', settings: '设置', conventions: '本系统约定', references: '参照数' },
  ballot_stage: { open: '投票中', closed: '已结束', cancelled: '已取消' },
  review_stage: { entered: '待确认', confirmed: '已确认', replaced: '已更正' },
  circumstance: {
    criticism: '被点名批评', survey: '满意度调查', fraud: '弄虚作假', major_problem: '重大问题', no_progress: '成效不明显'
  },
  level: {
    central_committee: '党中央', state_council: '国务院', provincial_committee: '省委', provincial_government: '省政府', city: '市'
  },
  ruling: { uphold: '维持', change: '变更', annul: '撤销' },
  version_cause: { publication: '首次公布', recheck: '复核变更', appeal: '申诉变更', misconduct: '违纪处理变更' },
  explanation_stage: { filed: '已报送', accepted: '已认可', returned: '已退回' },
  accused: { unit: '考核对象', assessor: '考核责任单位', staff: '考核工作人员' },
  misconduct_stage: { recorded: '已记录', referred: '已移交', decided: '已处理' },
  sanction: {
    unfounded: '不属实', circular: '通报批评', admonition: '诫勉', reassignment: '调整岗位', organisational: '组织处理', disciplinary: '纪律处分'
  },
  conduct: {
    fabrication: '弄虚作假', perfunctoriness: '敷衍应付', lobbying: '说情打招呼', interference: '干扰考核', other: '其他',
    formalism: '形式主义', bureaucratism: '官僚主义', neglect: '失职', favouritism: '徇私', dereliction: '渎职', harm: '造成损害'
  },
  document: {
    indicators_issued: '印发指标体系的通知', reminder: '提醒函', supervision_order: '督办通知', supervision_circular: '督查通报',
    half_year_circular: '半年评估通报', result_circular: '考核结果通报', result_notice: '结果反馈函', grading_minutes: '定等会议纪要',
    explanation: '书面说明', transfer: '移送函', interpretation: '释义'
  },
  open_matter: {
    'requested change': '指标变更申请待研究', matter: '整改事项未了结', 'appeal on recheck': '申诉未决定', recheck: '复核未决定', 'explanation of': '书面说明未认可', misconduct: '违规违纪未处理'
  },
  unit_kind: { days: '个自然日', working_days: '个工作日', date: '固定日期' },
  account_state: { no: '正常', unapproved: '待批准', by_administrator: '已停用', idle: '长期未登录停用' },
  choice: { refuse: '不同意', grant: '同意', upheld: '成立', dismissed: '不成立', '1': '一季度', '2': '二季度', '3': '三季度', '4': '四季度' },
  quarter: { 1: '一季度', 2: '二季度', 3: '三季度', 4: '四季度' },
  yes: '是', no: '否', none: '无', unknown: '—'
}
