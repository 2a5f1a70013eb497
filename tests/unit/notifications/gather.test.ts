import { expect, it } from 'vitest'

import { gatherCalls } from '@/plugin/notifications/deliver/gather'

it('asks at once when idle, and together what gathered meanwhile', async () => {
  const groups: (readonly number[])[] = []
  const double = gatherCalls(async (inputs: readonly number[]) => {
    groups.push(inputs)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return inputs.map((input) => input * 2)
  })
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8])
  expect(groups).toEqual([[1], [2, 3, 4]])
  expect(await double(5)).toBe(10)
  expect(groups).toHaveLength(3)
})

it('a failure is everybody’s of that group, and nobody’s of the next', async () => {
  let isBroken = true
  const echo = gatherCalls((inputs: readonly string[]) =>
    isBroken ? Promise.reject(new Error('away')) : Promise.resolve(inputs),
  )
  const ends = await Promise.allSettled(['a', 'b', 'c'].map(echo))
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  isBroken = false
  expect(await echo('d')).toBe('d')
})
