import type { Payload } from 'payload'

import { getAdapter } from './database'

type Client = { release: (destroy: boolean) => void }
type Pool = { connect: () => Promise<Client> }
type Work = (tx: object) => Promise<unknown>
type Transact = (work: Work, config?: object) => Promise<unknown>
type Session = { client: unknown; transaction: Transact }

/** Remembers the failure of the work itself, to tell it from one of BEGIN, COMMIT or ROLLBACK. */
const watched = (work: Work): { failure: () => unknown; run: Work } => {
  let failure: unknown
  const run: Work = async (tx) => {
    try {
      return await work(tx)
    } catch (error) {
      failure = error
      throw error
    }
  }
  return { failure: () => failure, run }
}

/**
 * Makes transactions give back their connection whatever happens. Drizzle (0.45) keeps it for ever
 * when BEGIN fails, so that a pool loses a place with every connection that breaks at that moment; and
 * it gives back one whose ROLLBACK failed, in the middle of a transaction. Such connections are closed.
 */
export const keepPoolWhole = (payload: Payload): void => {
  const { drizzle, pool } = getAdapter(payload)
  const { session } = (drizzle as unknown as { _: { session: Session } })._
  const plain = session.transaction
  session.transaction = async (work, config) => {
    const client = await (pool as unknown as Pool).connect()
    const { failure, run } = watched(work)
    let isClean = false
    try {
      const own = Object.create(session, { client: { value: client } }) as Session
      const result = await plain.call(own, run, config)
      isClean = true
      return result
    } catch (error) {
      isClean = error === failure()
      throw error
    } finally {
      client.release(!isClean)
    }
  }
}
