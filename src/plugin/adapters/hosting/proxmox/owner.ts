import type { DriverOutcome, ServiceTarget } from '../../../hosting/port'

import { ask, type ProxmoxWay } from './api'

const done: DriverOutcome = { kind: 'ok', value: undefined }

const userOf = ({ name }: ServiceTarget, realm: string): string => `${name}@${realm}`

/** A refusal in these words says that it is so already. */
const accept = (outcome: DriverOutcome<unknown>, words?: RegExp): DriverOutcome =>
  outcome.kind === 'ok' || ('reason' in outcome && words?.test(outcome.reason)) ? done : outcome

/** Makes the owner's login of Proxmox, where the settings give owners one. */
export const addOwner = async (
  way: ProxmoxWay,
  target: { password: string } & ServiceTarget,
): Promise<DriverOutcome> => {
  const { owners } = way.settings
  if (owners === undefined) {
    return done
  }
  const { email, password } = target
  const fields = { email, password, userid: userOf(target, owners) }
  return accept(
    await ask(way, { fields, method: 'POST', path: '/access/users' }),
    /already exists/i,
  )
}

/** Removes the owner's login. None there: done. */
export const removeOwner = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome> => {
  const { owners } = way.settings
  if (owners === undefined) {
    return done
  }
  const path = `/access/users/${encodeURIComponent(userOf(target, owners))}`
  return accept(await ask(way, { method: 'DELETE', path }), /no such user|does not exist/i)
}

/** Gives or takes the owner's rights on his guest: who may press "start" is not held back. */
export const setOwnerRights = async (
  way: ProxmoxWay,
  target: ServiceTarget,
  { id, isAllowed }: { id: string; isAllowed: boolean },
): Promise<DriverOutcome> => {
  const { ownerRole, owners } = way.settings
  if (owners === undefined) {
    return done
  }
  const fields = {
    path: `/vms/${id}`,
    roles: ownerRole,
    users: userOf(target, owners),
    ...(!isAllowed && { delete: '1' }),
  }
  const changed = await ask(way, { fields, method: 'PUT', path: '/access/acl' })
  // Without a user there is nobody to hold back.
  return accept(changed, isAllowed ? undefined : /user .* does not exist/i)
}
