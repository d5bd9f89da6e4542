export default {
  product: '衡', subtitle: '党建工作成效考核',
  demo: '演示环境：账号和口令公开，数据均为虚构',
  non_secret: '本系统为非涉密系统，严禁录入、传输、存储国家秘密',
  loading: '正在加载…', empty: '没有记录', retry: '重试', cancel: '取消', close: '关闭', back: '返回', open: '查看', save: '保存', confirm: '确定',
  all: '全部', search: '查找', filter: '筛选', export_csv: '导出表格', print: '打印', more: '更多', show_more: '再显示 {n} 条（还有 {left} 条）', refresh: '刷新',
  count: '共 {n} 条', incident: '事件编号', remedy: '处理办法', points: '{0} 分', page_failure: '未能显示', optional: '（选填）',
  as_table: '数据表', as_chart: '图', not_permitted: '您以当前身份不能查看这里的内容。可在右上角切换身份。',
  unit: '考核对象', domain: '领域', task: '基本任务', clause: '扣分细则', category: '考核指标', date: '日期', stage: '状态', reason: '理由',
  number: '编号', by: '办理人', of: '办理单位', cites: '依据', total: '总分', rank: '名次', grade: '等次', evidence: '佐证', actions: '操作',
  year: '年度', name: '名称', text: '内容', note: '说明', until: '期限', quarter: '季度', convention: '本系统约定', select: '请选择',
  skip: '跳到正文', tied: '并列', select_all: '全选', selected: '已选 {n} 项', file: '文件 {n}', none_yet: '尚未形成', copy: '复制', copied: '已复制',
  workbook: '下载工作簿', download: '下载', download_as: '下载 {0}', downloading: '正在下载…', downloading_share: '已下载 {0}%', download_failed: '未能下载',
  sort: '点击列名排序'
}
