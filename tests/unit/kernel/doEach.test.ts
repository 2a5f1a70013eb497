import { expect, it } from 'vitest'

import { doEach } from '@/plugin/kernel/queue/doEach'

const failOn =
  (bad: readonly number[], done: number[]) =>
  (item: number): Promise<void> => {
    done.push(item)
    return bad.includes(item) ? Promise.reject(new Error(`no ${item}`)) : Promise.resolve()
  }

it('does one after the other', async () => {
  const done: number[] = []
  await doEach([1, 2, 3], failOn([], done))
  expect(done).toEqual([1, 2, 3])
})

it('what fails holds up none of the rest, and is said at the end', async () => {
  const done: number[] = []
  await expect(doEach([1, 2, 3], failOn([1], done))).rejects.toThrow('no 1')
  expect(done).toEqual([1, 2, 3])
})

it('several failures are said together', async () => {
  const end = doEach([1, 2, 3], failOn([1, 3], []))
  await expect(end).rejects.toMatchObject({
    errors: [new Error('no 1'), new Error('no 3')],
    message: '2 of 3 failed',
  })
})
