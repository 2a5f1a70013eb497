import { getPayload, type Payload } from 'payload'

import { createStaff } from '../factories/staff'
import { targetOf } from '../support/load/address'
import { type ConnectionPool, openConnectionPool } from '../support/load/pool'
import { type Stand, startStand } from '../support/stand'

/** The shop that is attacked: a real web server and worker, and a look into it from here. */
export type Ground = {
  /** What an admin sends to be known as one. */
  admin: string
  /** Payload in this process, on the same database and wiring as the web server. */
  payload: Payload
  pool: ConnectionPool
  stand: Stand
}

let entered: Promise<Ground> | undefined

const lookInside = async (stand: Stand): Promise<Payload> => {
  // The checks themselves need few connections; the races bring many.
  Object.assign(process.env, stand.settings, { DATABASE_POOL_MAX: '12' })
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, key: 'security' })
  payload.logger.level = 'silent'
  return payload
}

const logInAdmin = async (payload: Payload, pool: ConnectionPool): Promise<string> => {
  const { email, password } = await createStaff({ payload, role: 'admin' })
  const { body } = await pool.ask({
    body: JSON.stringify({ email, password }),
    headers: 'content-type: application/json\r\n',
    method: 'POST',
    path: '/api/staff/login',
  })
  return `JWT ${(JSON.parse(body) as { token: string }).token}`
}

const enter = async (): Promise<Ground> => {
  const stand = await startStand({ settings: { DATABASE_POOL_MAX: '10' } })
  try {
    const payload = await lookInside(stand)
    const pool = openConnectionPool(targetOf(stand.webUrl))
    return { admin: await logInAdmin(payload, pool), payload, pool, stand }
  } catch (error) {
    await stand.stop()
    throw error
  }
}

/** One shop for all groups of a run: starting one costs half a minute. */
export const enterGround = (): Promise<Ground> => (entered ??= enter())

/** Has the worker work, whatever an earlier group did to it. */
export const ensureWorker = async ({ stand }: Ground): Promise<void> => {
  if (!stand.worker.isAlive()) {
    await stand.worker.start()
  }
}

/** Clears the shop away, if any group entered it. */
export const leaveGround = async (): Promise<void> => {
  const ground = await entered?.catch(() => undefined)
  if (ground) {
    ground.pool.close()
    await ground.payload.db.destroy?.()
    await ground.stand.stop()
  }
}
