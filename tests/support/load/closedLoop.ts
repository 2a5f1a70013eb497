import { type Answer, type Ask, openConnection, type Target } from './connection'

/** What a stretch of load brought. */
export type LoadResult = { failed: number; perSecond: number; samples: number[]; sent: number }

/** Whether an answer counts. */
export type IsGood = (answer: Answer) => boolean

/** Every connection sends its next request as soon as the last was answered, for `ms`. */
export const runClosedLoop = async (args: {
  connections: number
  isGood: IsGood
  makeAsk: (index: number) => Ask
  ms: number
  target: Target
}): Promise<LoadResult> => {
  const { connections, isGood, makeAsk, ms, target } = args
  const samples: number[] = []
  let failed = 0
  let sent = 0
  const startedAt = performance.now()
  const deadline = startedAt + ms
  const run = async (): Promise<void> => {
    const connection = openConnection(target)
    while (performance.now() < deadline) {
      const ask = makeAsk(sent++)
      const askedAt = performance.now()
      const answer = await connection.ask(ask).catch(() => undefined)
      samples.push(performance.now() - askedAt)
      if (!answer || !isGood(answer)) {
        failed++
      }
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, run))
  const seconds = (performance.now() - startedAt) / 1000
  return { failed, perSecond: (samples.length - failed) / seconds, samples, sent }
}
