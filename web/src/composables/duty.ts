/// Names of duties: acts are named by the server, the few others here.
import { useI18n } from 'vue-i18n'
import { said } from '@/i18n'
import { useActs } from '@/stores/acts'

export function useDutyName(): (duty: string) => string {
  const { t, te } = useI18n()
  const acts = useActs()
  return (duty) => {
    if (te(`duties.${duty}`)) return t(`duties.${duty}`)
    const act = acts.byId.get(duty)
    return act ? said(act) : duty
  }
}
