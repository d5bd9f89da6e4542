export default { contents: '目录' }
