import { findFreePort } from '../../src/dev/ports'

/** Where the parts of the shop under test listen. */
export type ShopPorts = {
  domains: number
  mailSmtp: number
  mailWeb: number
  simulator: number
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
  return {
    web: await choose(3100),
    simulator: await choose(3110),
    mailWeb: await choose(3120),
    mailSmtp: await choose(3125),
    domains: await choose(3130),
    stamps: await choose(3140),
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
