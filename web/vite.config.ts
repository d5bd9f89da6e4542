/// How the application is built: files with hashed names, for Chromium 86 and later, nothing inline (the server's
/// Content-Security-Policy allows neither inline scripts nor styles).
import vue from '@vitejs/plugin-vue'
import ElementPlus from 'unplugin-element-plus/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const server = process.env.HENG_URL ?? 'http://127.0.0.1:8091'

export default defineConfig({
  plugins: [
    vue(),
    Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: 'css', directives: false })] }),
    ElementPlus({ useSource: false })
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false'
  },
  server: { fs: { allow: ['..'] }, proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } } },
  build: {
    target: 'chrome86',
    cssTarget: 'chrome86',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false
  },
  // On a machine that compiles beside it, the first component of a file takes seconds to be transformed.
  test: { environment: 'happy-dom', testTimeout: 30000, include: ['src/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } }
})
