import type { DriverOutcome } from '../../../hosting/port'

import { rowsAt, textAt } from '../panels'
import { ask, type ProxmoxWay } from './api'
import { findMissingRights, rightsFor } from './rights'

/** Templates of the plans that the node does not have. */
const findMissingTemplates = async ({ ...way }: ProxmoxWay): Promise<DriverOutcome<string[]>> => {
  const { settings } = way
  if (settings.kind !== 'qemu') {
    return { kind: 'ok', value: [] }
  }
  const path = `/nodes/${encodeURIComponent(settings.node)}/qemu`
  const seen = await ask(way, { method: 'GET', path })
  if (seen.kind !== 'ok') {
    return seen
  }
  const present = rowsAt({ rows: seen.value }, 'rows').map((row) => textAt(row, 'vmid'))
  const plans = Object.entries(settings.plans)
  const missing = plans.filter(([, { template }]) => !present.includes(String(template)))
  return { kind: 'ok', value: missing.map(([name, { template }]) => `${template} (${name})`) }
}

/** Whether the token is let in and has every right that the verbs take, and the templates are there. */
export const testProxmox = async (way: ProxmoxWay): Promise<DriverOutcome<{ note: string }>> => {
  const version = await ask(way, { method: 'GET', path: '/version' })
  if (version.kind !== 'ok') {
    return version
  }
  const rights = await findMissingRights(way, rightsFor(way))
  if (rights.kind !== 'ok') {
    return rights
  }
  if (rights.value.length > 0) {
    return { kind: 'rejected', reason: `the token lacks rights: ${rights.value.join(', ')}` }
  }
  const templates = await findMissingTemplates(way)
  if (templates.kind !== 'ok') {
    return templates
  }
  const { node } = way.settings
  if (templates.value.length > 0) {
    return { kind: 'rejected', reason: `${node} has no template ${templates.value.join(', ')}` }
  }
  const release = textAt(version.value, 'version')
  return { kind: 'ok', value: { note: `Proxmox VE ${release}, node ${node}` } }
}
