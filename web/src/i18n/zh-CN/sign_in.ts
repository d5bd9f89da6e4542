export default {
  name: '账号', password: '口令', code: '动态口令', code_hint: '未绑定动态口令器的不填', go: '登录', provider: '统一身份认证登录', refused: '未能登录', other_language: 'English',
  about: '口令连续输错 5 次，账号将锁定。忘记口令的，请联系本单位系统管理员重置。'
}
