import { type Stand, startStand } from '../support/stand'

let entered: Promise<Stand> | undefined

const preload = new URL('marks/preload.mjs', import.meta.url).href

/** Duitku sends up to five times; the waits between are shorter here. */
const simulator = { callbackIntervalsMs: [1_000, 2_000, 4_000, 8_000] }

/** Clears the shop away, if there is one. */
export const leaveGround = async (): Promise<void> => {
  const stand = await entered?.catch(() => undefined)
  entered = undefined
  await stand?.stop()
}

/**
 * One shop for all groups of a run: starting one costs half a minute. After a group that failed the
 * next one gets a new shop; after one that ended well, whatever it left dead is started again.
 */
export const onGround = async <T>(work: (stand: Stand) => Promise<T>): Promise<T> => {
  entered ??= startStand({ preload, simulator })
  try {
    const stand = await entered
    for (const program of [stand.web, stand.worker]) {
      if (!program.isAlive()) {
        await program.start()
      }
    }
    return await work(stand)
  } catch (error) {
    await leaveGround()
    throw error
  }
}
