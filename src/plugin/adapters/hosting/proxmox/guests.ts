import type { DriverOutcome, ServiceTarget } from '../../../hosting/port'

import { type Fields, isYes, rowsAt, textAt } from '../panels'
import { ask, type ProxmoxWay } from './api'
import { findMissingRights } from './rights'

/** A guest of ours. */
export type Guest = {
  config: Fields
  id: string
  isRunning: boolean
  kind: 'lxc' | 'qemu'
  node: string
  tags: readonly string[]
}

/** Stands on every guest that the shop has finished. */
export const OURS = 'lunas'
/** Stands on guests that are held back: nobody but the shop starts them. */
export const HELD = 'lunas-off'

type Row = { id: string; kind: 'lxc' | 'qemu'; name: string; node: string }

const kindOf = (row: Fields): 'lxc' | 'qemu' => (row.type === 'lxc' ? 'lxc' : 'qemu')

/** Path of a guest. */
export const pathOf = ({ id, kind, node }: Pick<Guest, 'id' | 'kind' | 'node'>): string =>
  `/nodes/${encodeURIComponent(node)}/${kind}/${id}`

const listEverywhere = async (way: ProxmoxWay): Promise<DriverOutcome<Row[]>> => {
  const seen = await ask(way, {
    fields: { type: 'vm' },
    method: 'GET',
    path: '/cluster/resources',
  })
  if (seen.kind !== 'ok') {
    return seen
  }
  const rows = rowsAt({ rows: seen.value }, 'rows').filter(({ template }) => !isYes(template))
  const value = rows.map((row) => ({
    id: textAt(row, 'vmid'),
    kind: kindOf(row),
    name: textAt(row, 'name'),
    node: textAt(row, 'node'),
  }))
  return { kind: 'ok', value }
}

/** The cluster learns names from statistics, some seconds late; the node reads them from its files. */
const listNode = async (way: ProxmoxWay): Promise<DriverOutcome<Row[]>> => {
  const { kind, node } = way.settings
  const seen = await ask(way, { method: 'GET', path: `/nodes/${encodeURIComponent(node)}/${kind}` })
  if (seen.kind !== 'ok') {
    return seen
  }
  const rows = rowsAt({ rows: seen.value }, 'rows').filter(({ template }) => !isYes(template))
  const value = rows.map((row) => ({
    id: textAt(row, 'vmid'),
    kind,
    name: textAt(row, 'name'),
    node,
  }))
  return { kind: 'ok', value }
}

const look = async (way: ProxmoxWay, row: Row): Promise<DriverOutcome<Guest | undefined>> => {
  const path = pathOf(row)
  const config = await ask(way, { method: 'GET', path: `${path}/config` })
  if (config.kind !== 'ok') {
    return config
  }
  const status = await ask(way, { method: 'GET', path: `${path}/status/current` })
  if (status.kind !== 'ok') {
    return status
  }
  const tags = textAt(config.value, 'tags').split(/[;,\s]+/)
  const isRunning = textAt(status.value, 'status') === 'running'
  const { id, kind, node } = row
  const fields = config.value as Fields
  return {
    kind: 'ok',
    value: { config: fields, id, isRunning, kind, node, tags: tags.filter(Boolean) },
  }
}

/** A short list may mean that the token may not see: then nothing is known to be absent. */
const trustAbsence = async (way: ProxmoxWay): Promise<DriverOutcome<undefined>> => {
  const missing = await findMissingRights(way, ['VM.Audit'])
  if (missing.kind !== 'ok') {
    return missing
  }
  return missing.value.length === 0
    ? { kind: 'ok', value: undefined }
    : { kind: 'rejected', reason: `the token lacks a right: ${missing.value.join(', ')}` }
}

const findOnce = async (
  way: ProxmoxWay,
  { name, reference }: ServiceTarget,
): Promise<DriverOutcome<Guest | undefined>> => {
  const everywhere = await listEverywhere(way)
  if (everywhere.kind !== 'ok') {
    return everywhere
  }
  const near = await listNode(way)
  if (near.kind !== 'ok') {
    return near
  }
  const known = new Map([...everywhere.value, ...near.value].map((row) => [row.id, row]))
  const named = [...known.values()].filter((row) => row.name === name)
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join(', ')
    const step = `Keep one of the guests named ${name} (${ids}; ours is ${reference || 'unknown'}), remove the others.`
    return { kind: 'needsAction', steps: [step] }
  }
  const [row] = named
  return row === undefined ? trustAbsence(way) : look(way, row)
}

/** A guest that is removed or moved to another node between the list and the look. */
const GONE = /does not exist/i

/**
 * Finds a guest by its name, wherever it runs; a number alone is never enough, since numbers are given
 * away again. Undefined when there is none.
 */
export const findGuest = async (
  way: ProxmoxWay,
  target: ServiceTarget,
): Promise<DriverOutcome<Guest | undefined>> => {
  const found = await findOnce(way, target)
  return 'reason' in found && GONE.test(found.reason) ? findOnce(way, target) : found
}
