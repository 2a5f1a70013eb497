import type { Pool } from 'pg'
import { describe, expect, it } from 'vitest'
import { useShop } from '../../support/useShop'

const inUse = useShop()

/** Payload's own connections, as node-postgres has them. */
const poolOf = (): Pool => inUse.shop.payload.db.pool as unknown as Pool

describe('a database connection that is lost', () => {
  it('between two statements of a transaction costs that transaction, not the process', async () => {
    const faults: unknown[] = []
    const note = (error: unknown): void => void faults.push(error)
    process.prependListener('uncaughtException', note)
    const client = await poolOf().connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    await client.query('begin')
    const isLost = new Promise((resolve) => client.once('end', resolve))
    await poolOf().query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await isLost
    process.removeListener('uncaughtException', note)
    expect(faults).toEqual([])
    await expect(client.query('select 1')).rejects.toThrow()
    client.release()
    expect((await poolOf().query('select 1')).rowCount).toBe(1)
  })
})
