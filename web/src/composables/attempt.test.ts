import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, UNREACHABLE } from '@/api/problem'
import { useStepUp } from '@/stores/stepUp'
import { useAttempt, useDeed } from './attempt'

const refusal = (status: number, code: string): ApiProblem => new ApiProblem(status, code, code, [])

beforeEach(() => setActivePinia(createPinia()))

describe('something asked of the server', () => {
  it('is busy until it is answered, and then shows what came', async () => {
    const { isBusy, problem, run } = useAttempt()
    let answer: (text: string) => void = () => undefined
    const done = vi.fn()
    const pending = run(() => new Promise<string>((resolve) => { answer = resolve }), done)
    expect(isBusy.value).toBe(true)
    answer('there')
    await expect(pending).resolves.toBe(true)
    expect(done).toHaveBeenCalledWith('there')
    expect([isBusy.value, problem.value]).toEqual([false, null])
  })
  it('says why it was refused until it is tried again', async () => {
    const { isBusy, problem, run } = useAttempt()
    const done = vi.fn()
    await expect(run(() => Promise.reject(refusal(422, 'x')), done)).resolves.toBe(false)
    expect([isBusy.value, problem.value?.code]).toEqual([false, 'x'])
    expect(done).not.toHaveBeenCalled()
    await run(() => Promise.resolve())
    expect(problem.value).toBeNull()
  })
  it('shows nothing of what was asked for before, neither content nor refusal', async () => {
    const { isBusy, problem, run } = useAttempt()
    let refuse: (error: unknown) => void = () => undefined
    const first = run(() => new Promise((_resolve, reject) => { refuse = reject }))
    const done = vi.fn()
    await run(() => Promise.resolve('second'), done)
    refuse(refusal(422, 'first'))
    await expect(first).resolves.toBe(false)
    expect(done).toHaveBeenCalledWith('second')
    expect([isBusy.value, problem.value]).toEqual([false, null])
  })
  it('is forgotten when nobody wants it any more', async () => {
    const { isBusy, run, drop } = useAttempt()
    let answer: () => void = () => undefined
    const done = vi.fn()
    const pending = run(() => new Promise<void>((resolve) => { answer = resolve }), done)
    drop()
    expect(isBusy.value).toBe(false)
    answer()
    await expect(pending).resolves.toBe(false)
    expect(done).not.toHaveBeenCalled()
  })
})

describe('something done on the server', () => {
  /// The keys under which a deed is tried after each outcome.
  async function keysAfter(outcome: () => Promise<unknown>): Promise<[string, string]> {
    const keys: string[] = []
    const { run } = useDeed()
    await run((key) => { keys.push(key); return outcome() })
    await run((key) => { keys.push(key); return Promise.resolve() })
    return keys as [string, string]
  }
  it('keeps its key while nobody knows whether it was done', async () => {
    for (const error of [refusal(0, UNREACHABLE), refusal(503, 'unavailable')]) {
      const [first, second] = await keysAfter(() => Promise.reject(error))
      expect(second).toBe(first)
    }
  })
  it('is another deed once the server has answered, or something else is meant', async () => {
    for (const outcome of [() => Promise.resolve(), () => Promise.reject(refusal(422, 'x'))]) {
      const [first, second] = await keysAfter(outcome)
      expect(second).not.toBe(first)
    }
    const keys: string[] = []
    const { run, renew } = useDeed()
    await run((key) => { keys.push(key); return Promise.reject(refusal(0, UNREACHABLE)) })
    renew()
    await run((key) => { keys.push(key); return Promise.resolve() })
    expect(keys[1]).not.toBe(keys[0])
  })
  it('is done under one key before and after the second factor', async () => {
    const keys: string[] = []
    const { problem, run } = useDeed()
    const pending = run((key) => {
      keys.push(key)
      return keys.length === 1 ? Promise.reject(refusal(403, 'second_factor_needed')) : Promise.resolve()
    })
    await vi.waitFor(() => expect(useStepUp().isAsking).toBe(true))
    useStepUp().answer(true)
    await expect(pending).resolves.toBe(true)
    expect(keys[1]).toBe(keys[0])
    expect(problem.value).toBeNull()
  })
})
