/// Marks between words, which the two languages write differently.
export default { colon: '：', open: '（', close: '）', semicolon: '；', comma: '，', stop: '。', left: '【', right: '】', list: '、' }
