/// Workbooks of the server: where they are, in the language of whoever asks.
import { language } from '@/i18n'
import { offered, type Feature } from './offered'

/// Null where the server has no such workbook.
export function bookOf(feature: Feature, path: Record<string, string | number>, filters: Record<string, string> = {}): string | null {
  const route = offered(feature)
  if (!route) return null
  const address = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name] ?? '')))
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''))
  if (language.value === 'en') query.set('lang', 'en')
  const asked = query.toString()
  return asked ? `${address}?${asked}` : address
}
