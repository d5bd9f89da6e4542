import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/api/client'
import { useStepUp } from './stepUp'

const needed = (): ApiProblem => new ApiProblem(403, 'second_factor_needed', '此操作须动态口令验证', [])

beforeEach(() => setActivePinia(createPinia()))

describe('the second factor in the middle of an act', () => {
  it('is asked for, and then the same is done again', async () => {
    const stepUp = useStepUp()
    const work = vi.fn().mockRejectedValueOnce(needed()).mockResolvedValueOnce('done')
    const pending = stepUp.through(work)
    await vi.waitFor(() => expect(stepUp.isAsking).toBe(true))
    stepUp.answer(true)
    await expect(pending).resolves.toBe('done')
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('may be declined: then nothing is done', async () => {
    const stepUp = useStepUp()
    const work = vi.fn().mockRejectedValue(needed())
    const pending = stepUp.through(work)
    await vi.waitFor(() => expect(stepUp.isAsking).toBe(true))
    stepUp.answer(false)
    await expect(pending).rejects.toThrow('动态口令')
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('is not asked for where something else is wrong', async () => {
    const stepUp = useStepUp()
    await expect(stepUp.through(() => Promise.reject(new ApiProblem(422, 'x', 'x', [])))).rejects.toThrow('x')
    expect(stepUp.isAsking).toBe(false)
  })
})
