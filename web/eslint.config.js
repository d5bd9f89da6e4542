import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'e2e/out/', 'src/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue,mjs,js}'],
    languageOptions: { globals: { ...globals.browser, ...globals.node }, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always', normal: 'always', component: 'always' } }],
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['—', '·', '：', '/', '%', '+', '−', '→', '（', '）', '✓', '×', '…', '–', '='] }],
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'no-restricted-globals': ['error', { name: 'parseFloat', message: 'Points are exact decimal text; show what the server computed.' }],
      eqeqeq: 'error'
    }
  },
  { files: ['e2e/**', 'scripts/**'], rules: { 'no-restricted-globals': 'off' } }
)
