import { findFreePort } from '../ports'
import type { Given, Ports } from './environment'

const standardPorts = {
  domains: 3030,
  mailSmtp: 3025,
  mailWeb: 3020,
  simulator: 3010,
  stamps: 3040,
  web: 3000,
  whatsapp: 3021,
}

const settingNames: Record<keyof Ports, string> = {
  domains: 'DOMAIN_SIMULATOR_PORT',
  mailSmtp: 'MAIL_CATCHER_SMTP_PORT',
  mailWeb: 'MAIL_CATCHER_PORT',
  simulator: 'SIMULATOR_PORT',
  stamps: 'PERURI_SIMULATOR_PORT',
  web: 'PORT',
  whatsapp: 'WHATSAPP_CATCHER_PORT',
}

/** Picks a free port for every part: the wanted one, or the next free one above it. */
export const choosePorts = async (given: Given): Promise<Ports> => {
  const chosen = { ...standardPorts }
  const taken: number[] = []
  for (const part of [
    'web',
    'simulator',
    'mailWeb',
    'mailSmtp',
    'whatsapp',
    'domains',
    'stamps',
  ] as const) {
    const wanted = Number(given[settingNames[part]] || standardPorts[part])
    chosen[part] = await findFreePort({ taken, wanted })
    taken.push(chosen[part])
  }
  return chosen
}
