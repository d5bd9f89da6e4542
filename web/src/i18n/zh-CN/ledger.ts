export default {
  bundle: '下载存证包', about: '全部办理都记入台账，只增不改。', log: '操作日志', documents: '文件', open: '未结事项', head: '链头', act: '操作', person: '人员', on: '办理日期', recorded: '记录时间', document: '文种', issuer: '发文单位', no: '文号', issued: '印发日期', unit: '主送',
  as_of_title: '以某日所见', as_of_text: '选择日期后，整个系统显示该日台账所记的情况。', load_more: '继续加载', verify_title: '核验', verify_text: '台账可以不经本系统离线核验。由系统管理员导出存证包，在任一电脑上运行：', matter: '事项', verify: '核验台账', verifying: '正在逐条核验并重算…', verified: '核验通过，共 {0} 条，链头', not_verified: '核验未通过', no_open: '没有未结事项。', no_documents: '没有文件。',
  from: '办理日期从', until: '到', search_hint: '办理事项、人员或编号', partly: '已加载 {0} 条，后面还有，可“继续加载”；导出的是已加载的记录。', none_found: '台账中没有符合条件的记录。请减少字词或放宽日期。'
}
