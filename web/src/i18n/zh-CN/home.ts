export default {
  about: '本单位的得分、事项和须报送的材料。', matters: '整改事项', no_matters: '没有整改事项。', no_self_check: '尚未启动半年评估。', no_results: '考核结果尚未公布。'
}
