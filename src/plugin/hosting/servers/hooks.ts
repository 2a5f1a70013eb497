import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import type { DriverId } from '../port'

import { refuseInHook, sql, statementsOf } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { sealServerCredential } from './credential'
import { countHeld, lockPlaces } from './place'
import { wakeWaiting } from './waiting'

type ServerRow = {
  address?: null | string
  credential?: null | string
  driver?: DriverId
  id?: string
  settings?: null | Record<string, unknown>
}

/** Under which name of the request the credential of a server waits that has no id yet. */
const WAITING = 'lunas.hosting.credential'

const assertSound = (req: PayloadRequest, row: ServerRow): void => {
  const { address, driver = 'manual', settings } = row
  const [fault] = hostingRuntime.get(req.payload).drivers[driver].settingFaults(settings ?? {})
  if (fault) {
    refuseInHook({ code: 'hosting.badSettings', details: { fault, field: 'settings' }, req })
  }
  if (driver !== 'manual' && !address) {
    refuseInHook({ code: 'hosting.addressMissing', details: { field: 'address' }, req })
  }
}

/** What was written goes into the sealed column and nowhere else; empty keeps what is there. */
export const sealCredential: CollectionBeforeChangeHook = ({ context, data, originalDoc, req }) => {
  const { credential, ...rest } = data as ServerRow
  const before = (originalDoc ?? {}) as ServerRow
  assertSound(req, {
    address: rest.address ?? before.address ?? null,
    driver: rest.driver ?? before.driver ?? 'manual',
    settings: rest.settings ?? before.settings ?? {},
  })
  if (!credential) {
    return rest
  }
  if (!before.id) {
    context[WAITING] = credential
    return rest
  }
  const { payload } = req
  return {
    ...rest,
    credentialSealed: sealServerCredential({ credential, payload, serverId: before.id }),
  }
}

/** A new server has its id only now, and a credential is sealed for that. In the same transaction. */
export const sealFirstCredential: CollectionAfterChangeHook = async ({ context, doc, req }) => {
  const credential = context[WAITING]
  if (typeof credential === 'string') {
    delete context[WAITING]
    const { id: serverId } = doc as { id: string }
    const sealed = sealServerCredential({ credential, payload: req.payload, serverId })
    await statementsOf(req).rows(sql`update hosting_servers set credential_sealed = ${sealed}
      where id = ${serverId}::uuid`)
  }
}

/** Slots never fall below what is in use; the database refuses it, too. */
export const keepSlotsInUse: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { id, slots: before } = (originalDoc ?? {}) as { id?: string; slots?: number }
  const { slots } = data as { slots?: number }
  if (id !== undefined && slots !== undefined && before !== undefined && slots < before) {
    const tx = statementsOf(req)
    await lockPlaces(tx)
    const used = await countHeld(tx, id)
    if (slots < used) {
      refuseInHook({ code: 'hosting.slotsInUse', details: { field: 'slots', used }, req })
    }
  }
}

/** A server that is new, larger, or back from maintenance may have room for those who wait. */
export const offerRoom: CollectionAfterChangeHook = ({ req }) => wakeWaiting(statementsOf(req))

/** A server that still holds services is not forgotten: nobody could switch them any more. */
export const keepServerInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const held = await statementsOf(req).rows(sql`select 1 from hosting_accounts
    where server_id = ${id}::uuid and state not in ('terminated', 'dropped') limit 1`)
  if (held.length > 0) {
    refuseInHook({ code: 'hosting.serverInUse', req })
  }
}
