import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'

import { makeTurns } from '../../../src/plugin/notifications/deliver/turns'

it('no more deliveries run at once than may, all of them run, and a failed one makes room', async () => {
  const inTurn = makeTurns(3)
  let most = 0
  let running = 0
  const works = Array.from({ length: 40 }, (_, index) =>
    inTurn(async () => {
      most = Math.max(most, ++running)
      await wait(index % 4)
      running--
      if (index % 5 === 0) {
        throw new Error('refused')
      }
      return index
    }),
  )
  const ends = await Promise.allSettled(works)
  expect(most).toBe(3)
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  expect(await inTurn(() => Promise.resolve('room'))).toBe('room')
})
