/// Something asked of the server when one wants it: whether it runs, and why it was refused. Of several only the last one's
/// outcome is shown.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { newKey } from '@/api/acts'
import { asProblem, UNREACHABLE, type ApiProblem } from '@/api/problem'
import { useStepUp } from '@/stores/stepUp'

export interface Attempt {
  isBusy: Ref<boolean>
  problem: ShallowRef<ApiProblem | null>
  /// Does `work`, then `done` with what it gave. Whether both were done, and nothing else was asked for meanwhile.
  run: <T>(work: () => Promise<T>, done?: (made: T) => unknown) => Promise<boolean>
  /// Forgets what runs and what was refused.
  drop: () => void
}

export interface Deed extends Omit<Attempt, 'run'> {
  /// The same; `work` is given the key under which the server does it once.
  run: <T>(work: (key: string) => Promise<T>, done?: (made: T) => unknown) => Promise<boolean>
  /// Something else is meant from now on.
  renew: () => void
}

export function useAttempt(): Attempt {
  const isBusy = ref(false)
  const problem = shallowRef<ApiProblem | null>(null)
  let asked = 0

  async function run<T>(work: () => Promise<T>, done?: (made: T) => unknown): Promise<boolean> {
    const mine = ++asked
    isBusy.value = true
    problem.value = null
    try {
      const made = await work()
      if (mine === asked) await done?.(made)
      return mine === asked
    } catch (error) {
      if (mine === asked) problem.value = asProblem(error)
      return false
    } finally {
      if (mine === asked) isBusy.value = false
    }
  }

  function drop(): void {
    asked++
    isBusy.value = false
    problem.value = null
  }
  return { isBusy, problem, run, drop }
}

/// The same for what is done: with the second factor where it is needed, and under a key that stays until the server has
/// answered, so that a retry does nothing twice.
export function useDeed(): Deed {
  const stepUp = useStepUp()
  const attempt = useAttempt()
  let key = newKey()
  const renew = (): void => { key = newKey() }

  function run<T>(work: (key: string) => Promise<T>, done?: (made: T) => unknown): Promise<boolean> {
    return attempt.run(async () => {
      try {
        const made = await stepUp.through(() => work(key))
        renew()
        return made
      } catch (error) {
        const problem = asProblem(error)
        if (problem.code !== UNREACHABLE && !problem.isServerFailure) renew()
        throw error
      }
    }, done)
  }
  return { ...attempt, run, renew }
}
