/// Two languages, complete in both. Chinese is the default and comes with the program; English when it is asked for.
import { createI18n } from 'vue-i18n'
import { ref } from 'vue'
import type { BothTexts } from '@/api/types'
import zh from './zh-CN'

export type Language = 'zh-CN' | 'en'
export type Messages = typeof zh
const KEY = 'heng.language'

export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as unknown as Record<Language, Messages>
})

export const language = ref<Language>('zh-CN')

export async function useLanguage(wanted: Language): Promise<void> {
  if (wanted === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('./en')).default)
  }
  i18n.global.locale.value = wanted
  language.value = wanted
  localStorage.setItem(KEY, wanted)
  document.documentElement.lang = wanted
}

export function keptLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN'
}

/// A text that the server gives in both languages.
export function said(text: BothTexts | { zh: string; en: string }): string {
  return language.value === 'en' ? text.en : text.zh
}
