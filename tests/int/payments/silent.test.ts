import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'

import { useShop } from '../../support/useShop'

const inUse = useShop()
const sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets.splice(0)) {
    socket.destroy()
  }
})

type Pool = pg.PoolConfig & { lock_timeout?: number }

const optionsOf = (): Pool =>
  (inUse.shop.payload.db as unknown as { poolOptions: Pool }).poolOptions

/** A way to Postgres on which every packet can be lost from a moment on, without a word to anybody. */
const openWay = async () => {
  const { hostname, port } = new URL(optionsOf().connectionString ?? '')
  let isSilent = false
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) })
    sockets.push(near, far)
    const pass = (to: Socket) => (bytes: Buffer) => {
      if (!isSilent) {
        to.write(bytes)
      }
    }
    near.on('data', pass(far)).on('error', () => undefined)
    far.on('data', pass(near)).on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(optionsOf().connectionString ?? '')
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    close: () => server.close(),
    fallSilent: () => {
      isSilent = true
    },
    url: url.href,
  }
}

describe('A database that has fallen silent', () => {
  it('is given up by the shop within half a minute, whatever it waits for', () => {
    const { connectionTimeoutMillis, idleTimeoutMillis, keepAlive, lock_timeout, ...rest } =
      optionsOf()
    const waits = [connectionTimeoutMillis, idleTimeoutMillis, lock_timeout, rest.query_timeout]
    for (const wait of [...waits, rest.statement_timeout]) {
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(30_000)
    }
    expect(keepAlive).toBe(true)
  })

  it('ends within its limits: a connection that is not answered, and a question', async () => {
    const way = await openWay()
    const quick = { connectionTimeoutMillis: 400, query_timeout: 400 }
    const options = { ...optionsOf(), ...quick, connectionString: way.url, max: 2 }
    const pool = new pg.Pool(options)
    pool.on('error', () => undefined)
    const client = await pool.connect()
    client.on('error', () => undefined)
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    way.fallSilent()
    await expect(client.query('select 1')).rejects.toThrow(/timeout/i)
    await expect(pool.connect()).rejects.toThrow(/timeout/i)
    client.release(true)
    way.close()
    for (const socket of sockets) {
      socket.destroy()
    }
    await pool.end()
  })
})
