import type { Payload } from 'payload'

import type { AccountScene } from '../accounts/scene'
import type { DriverId, HostingDriver, ServerAccess, ServiceTarget } from '../port'

import { sql, type Tx } from '../../kernel/payload'
import { hostingRuntime } from '../runtime'
import { buildOwnerUrl } from '../visit/ownerUrl'
import { openServerCredential } from './credential'

/** A server as the work on its services needs it. */
export type ServerRow = {
  address: null | string
  certificate: null | string
  credentialSealed: null | string
  driver: DriverId
  id: string
  isInMaintenance: boolean
  name: string
  settings: null | Record<string, unknown>
}

/** A server; null when it is not there. */
export const findServer = async (
  tx: Pick<Tx, 'rows'>,
  serverId: null | string,
): Promise<null | ServerRow> => {
  const [row] = await tx.rows<ServerRow>(sql`select id, name, driver::text as driver, address,
      certificate, credential_sealed as "credentialSealed", settings,
      coalesce(is_in_maintenance, false) as "isInMaintenance"
    from hosting_servers where id = ${serverId}::uuid`)
  return row ?? null
}

/** Opens the way into a server for one call. */
export const openServer = (payload: Payload, server: ServerRow): ServerAccess => ({
  address: server.address ?? '',
  certificate: server.certificate ?? undefined,
  credential: server.credentialSealed
    ? openServerCredential({ payload, sealed: server.credentialSealed, serverId: server.id })
    : '',
  id: server.id,
  name: server.name,
  settings: server.settings ?? {},
})

/** The driver of a server. */
export const driverOf = (payload: Payload, { driver }: Pick<ServerRow, 'driver'>): HostingDriver =>
  hostingRuntime.get(payload).drivers[driver]

/** The service that is meant, as drivers know it. */
export const targetOf = (payload: Payload, account: AccountScene): ServiceTarget => {
  const hosts = account.hosts ?? []
  const { serverUrl } = hostingRuntime.get(payload)
  return {
    email: account.email,
    hosts,
    id: account.id,
    name: account.name ?? '',
    ownerUrl: buildOwnerUrl({ host: hosts[0] ?? '', locale: account.locale, serverUrl }),
    package: account.package ?? 'default',
    reference: account.reference ?? '',
  }
}
