import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import type { DriverId } from '../port'

import { newId, refuseInHook, sql, statementsOf } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { sealServerCredential } from './credential'

type ServerRow = {
  address?: null | string
  credential?: null | string
  driver?: DriverId
  id?: string
  settings?: null | Record<string, unknown>
}

/** What was written goes into the sealed column and nowhere else; empty keeps what is there. */
export const sealCredential: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const { credential, ...rest } = data as ServerRow
  const before = (originalDoc ?? {}) as ServerRow
  const driver = rest.driver ?? before.driver ?? 'manual'
  const settings = rest.settings ?? before.settings ?? {}
  const [fault] = hostingRuntime.get(req.payload).drivers[driver].settingFaults(settings)
  if (fault) {
    refuseInHook({ code: 'hosting.badSettings', details: { fault, field: 'settings' }, req })
  }
  if (driver !== 'manual' && !(rest.address ?? before.address)) {
    refuseInHook({ code: 'hosting.addressMissing', details: { field: 'address' }, req })
  }
  const id = before.id ?? rest.id ?? newId()
  return {
    ...rest,
    ...(before.id ? {} : { id }),
    ...(credential && {
      credentialSealed: sealServerCredential({ credential, payload: req.payload, serverId: id }),
    }),
  }
}

/** A server that still holds services is not forgotten: nobody could switch them any more. */
export const keepServerInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const held = await statementsOf(req).rows(sql`select 1 from hosting_accounts
    where server_id = ${id}::uuid and state not in ('terminated', 'dropped') limit 1`)
  if (held.length > 0) {
    refuseInHook({ code: 'hosting.serverInUse', req })
  }
}
