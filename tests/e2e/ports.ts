import { findFreePort, findFreeRow } from '../../src/dev/ports'

/** Where the parts of the shop under test listen. */
export type ShopPorts = {
  caddyAdmin: number
  domains: number
  mailSmtp: number
  mailWeb: number
  /** The first of three in a row. */
  panels: number
  simulator: number
  /** Sites of customers, as Caddy shows them. */
  sites: number
  stamps: number
  web: number
}

const noteName = 'LUNAS_E2E_PORTS'

const choosePorts = async (): Promise<ShopPorts> => {
  const taken: number[] = []
  const choose = async (wanted: number): Promise<number> => {
    const port = await findFreePort({ taken, wanted })
    taken.push(port)
    return port
  }
  const chooseRow = async (wanted: number, count: number): Promise<number> => {
    const row = await findFreeRow({ count, taken, wanted })
    taken.push(...row)
    return row[0] ?? wanted
  }
  return {
    web: await choose(3100),
    simulator: await choose(3110),
    mailWeb: await choose(3120),
    mailSmtp: await choose(3125),
    domains: await choose(3130),
    stamps: await choose(3140),
    panels: await chooseRow(3151, 3),
    sites: await choose(3160),
    caddyAdmin: await choose(3161),
  }
}

/** Chooses free ports once; the processes of the test runner inherit the choice. */
export const findPorts = async (): Promise<ShopPorts> => {
  const note = process.env[noteName]
  if (note) {
    return JSON.parse(note) as ShopPorts
  }
  const ports = await choosePorts()
  process.env[noteName] = JSON.stringify(ports)
  return ports
}
