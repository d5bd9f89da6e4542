export default {
  title: '述职评议投票', secret: '投票不记名：系统不知道您是谁，也不记录投票时间和地址。', code: '投票码', tenant: '单位代号（见投票码单）', get: '领取选票', refused: '未能办理',
  left: '还有 {n} 个未评价', complete: '已全部评价', send: '提交选票', ask: '提交前请核对', ask_text: '提交后不能更改，投票码随即失效。', done: '投票已提交，谢谢。可以关闭本页。'
}
