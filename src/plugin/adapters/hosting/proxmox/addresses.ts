import { isIPv4 } from 'node:net'

import { rowsAt, textAt, valueAt } from '../panels'
import { ask, type ProxmoxWay } from './api'
import { type Guest, pathOf } from './guests'

const fromConfig = ({ config, kind }: Guest): string => {
  const line = textAt(config, kind === 'qemu' ? 'ipconfig0' : 'net0')
  return /(?:^|,)ip=([\d.]+)(?:\/\d+)?(?:,|$)/.exec(line)?.[1] ?? ''
}

const fromInside = async (way: ProxmoxWay, guest: Guest): Promise<string[]> => {
  const isMachine = guest.kind === 'qemu'
  const path = `${pathOf(guest)}/${isMachine ? 'agent/network-get-interfaces' : 'interfaces'}`
  const seen = await ask(way, { method: 'GET', path })
  if (seen.kind !== 'ok') {
    return []
  }
  return isMachine
    ? rowsAt(seen.value, 'result').flatMap((row) =>
        rowsAt(row, 'ip-addresses').map((each) => textAt(each, 'ip-address')),
      )
    : rowsAt({ rows: valueAt({ data: seen.value }, 'data') }, 'rows').map(
        (row) => textAt(row, 'inet').split('/')[0] ?? '',
      )
}

/** The guest's IPv4 address: as it was given, else as it tells itself; empty while it is booting. */
export const findAddress = async (way: ProxmoxWay, guest: Guest): Promise<string> => {
  const given = fromConfig(guest)
  if (isIPv4(given)) {
    return given
  }
  const told = await fromInside(way, guest)
  return told.find((each) => isIPv4(each) && !each.startsWith('127.')) ?? ''
}
