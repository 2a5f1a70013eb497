import { setTimeout as wait } from 'node:timers/promises'

import type pg from 'pg'

import type { DriverId, DriverOutcome, HostingDriver } from '@/plugin/hosting'
import type { ServiceSight, ServiceTarget } from '@/plugin/hosting/port'

/**
 * What stands on the servers. Outside of the shop's own tables and transactions, so that it stays as it
 * was when whoever changed it dies. `machines` counts what was ever made, one row each.
 */
export const PANEL_TABLES: readonly string[] = [
  `create table panel_sites (name text primary key, account uuid not null, sight text not null)`,
  `create table panel_machines (id serial primary key, account uuid not null, name text not null)`,
]

const MADE = `with made as (insert into panel_sites (name, account, sight) values ($1, $2, 'on')
    on conflict (name) do nothing returning name, account)
  insert into panel_machines (account, name) select account, name from made`

/** How long a call takes before and after it has its effect, in milliseconds. */
export type Pace = () => number

/** A panel that is as slow as it is told, before its effect and after it. */
export const makeDurablePanel = (pool: pg.Pool, pace: Pace): HostingDriver => {
  const call = async <T>(
    statement: string,
    values: string[],
    value: T,
  ): Promise<DriverOutcome<T>> => {
    await wait(pace())
    await pool.query(statement, values)
    await wait(pace())
    return { kind: 'ok', value }
  }
  const set =
    (sight: ServiceSight) =>
    (_: unknown, { name }: ServiceTarget) =>
      call('update panel_sites set sight = $2 where name = $1', [name, sight], undefined)
  return {
    create: (_, { id, name }) =>
      call(MADE, [name, id], { facts: {}, reference: `ref-${name}`, secrets: {} }),
    id: 'whm' satisfies DriverId,
    inspect: async (_, { name }) => {
      await wait(pace())
      const { rows } = await pool.query<{ sight: ServiceSight }>(
        'select sight from panel_sites where name = $1',
        [name],
      )
      return { kind: 'ok', value: rows[0]?.sight ?? 'absent' }
    },
    resume: set('on'),
    settingFaults: () => [],
    suspend: set('off'),
    terminate: (_, { name }) => call('delete from panel_sites where name = $1', [name], undefined),
    testConnection: () => Promise.resolve({ kind: 'ok', value: { note: '' } }),
  }
}
