/// The second factor, asked for in the middle of what one does: whoever needs it waits until it is given or declined.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { ApiProblem } from '@/api/client'

export const useStepUp = defineStore('step_up', () => {
  const isAsking = ref(false)
  let settle: ((isGiven: boolean) => void) | null = null

  function ask(): Promise<boolean> {
    isAsking.value = true
    return new Promise((resolve) => {
      settle = resolve
    })
  }

  function answer(isGiven: boolean): void {
    isAsking.value = false
    settle?.(isGiven)
    settle = null
  }

  /// Does something that may need the second factor, and does it again once that was shown.
  async function through<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'second_factor_needed') throw error
      if (!(await ask())) throw error
      return await work()
    }
  }

  return { isAsking, ask, answer, through }
})
