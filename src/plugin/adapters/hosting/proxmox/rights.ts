import type { DriverOutcome } from '../../../hosting/port'

import { isFields, valueAt } from '../panels'
import { ask, type ProxmoxWay } from './api'

/** Every right that the token has on one of these paths. */
const heldOn = (json: unknown, paths: readonly string[]): string[] =>
  paths.flatMap((path) => {
    const rights = valueAt(json, path)
    return isFields(rights) ? Object.keys(rights) : []
  })

/** Paths on which a right counts for our guests; rights above are listed below by Proxmox itself. */
const pathsOf = (right: string, { settings }: ProxmoxWay): readonly string[] => {
  if (right.startsWith('Datastore.')) {
    return ['/storage', `/storage/${settings.storage ?? ''}`]
  }
  if (right === 'User.Modify') {
    return ['/access/groups', '/access']
  }
  if (right === 'Realm.AllocateUser') {
    return ['/access/realm/pve', '/access/realm', '/access']
  }
  return ['/vms', `/pool/${settings.pool ?? ''}`]
}

/** Which of these rights the token lacks, each with the path where it belongs. */
export const findMissingRights = async (
  way: ProxmoxWay,
  rights: readonly string[],
): Promise<DriverOutcome<readonly string[]>> => {
  const seen = await ask(way, { method: 'GET', path: '/access/permissions' })
  if (seen.kind !== 'ok') {
    return seen
  }
  const missing = rights.filter((right) => !heldOn(seen.value, pathsOf(right, way)).includes(right))
  return { kind: 'ok', value: missing.map((right) => `${right} on ${pathsOf(right, way)[0]}`) }
}

/** Rights that the verbs take with these settings. */
export const rightsFor = ({ settings }: ProxmoxWay): readonly string[] => [
  'VM.Audit',
  'VM.Allocate',
  'VM.Config.Options',
  'VM.Config.CPU',
  'VM.Config.Memory',
  'VM.PowerMgmt',
  'Datastore.AllocateSpace',
  ...(settings.kind === 'qemu' ? ['VM.Clone', 'VM.Config.Cloudinit', 'VM.Config.Network'] : []),
  ...(settings.owners ? ['Permissions.Modify', 'User.Modify', 'Realm.AllocateUser'] : []),
]
