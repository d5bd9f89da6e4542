/// Routes that an older or smaller server may lack, found in api/openapi.yaml when the application is built. What is not
/// offered is not shown: no button without something behind it.
import { PATHS } from './paths'

const ROUTES = {
  draftCheck: /^\/api\/v1\/years\/\{year\}\/drafts\/\{record\}\/check$/,
  daysOff: /^\/api\/v1\/years\/\{year\}\/drafts\/\{record\}\/days-off$/,
  document: /^\/api\/v1\/years\/\{year\}\/documents\/\{issuer\}\/[^/]+$/,
  findingsBook: /^\/api\/v1\/years\/\{year\}\/findings\.xlsx$/,
  registerBook: /^\/api\/v1\/register\.xlsx$/,
  scorebook: /^\/api\/v1\/years\/\{year\}\/domains\/\{domain\}\/scorebook\.xlsx$/,
  bundle: /^\/api\/v1\/(years\/\{year\}\/)?bundle(\.heng)?$/,
  clauseReadings: /^\/api\/v1\/clause-readings$/,
  rewording: /^\/api\/v1\/years\/\{year\}\/drafts\/\{record\}\/rewording$/,
  signInRules: /^\/api\/v1\/sign-in-rules$/,
  backups: /^\/api\/v1\/backups$/,
  usedEvidence: /^\/api\/v1\/years\/\{year\}\/evidence$/,
  tableImport: /^\/api\/v1\/years\/\{year\}\/drafts\/\{record\}\/table$/
}
export type Feature = keyof typeof ROUTES

/// The route's path as the API names it, or null.
export function offered(feature: Feature): string | null {
  return PATHS.find((path) => ROUTES[feature].test(path)) ?? null
}
