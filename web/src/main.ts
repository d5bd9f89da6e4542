/// Starts the application: language first, then whoever the browser still knows, then the first screen.
import 'element-plus/theme-chalk/base.css'
import './styles/base.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, keptLanguage, useLanguage } from './i18n'
import { router } from './router'

async function start(): Promise<void> {
  await useLanguage(keptLanguage())
  createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
}

void start()
