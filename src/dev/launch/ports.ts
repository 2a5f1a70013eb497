import { findFreeRow } from '../ports'
import type { Given, Ports } from './environment'

const standardPorts = {
  caddyAdmin: 3061,
  domains: 3030,
  mailSmtp: 3025,
  mailWeb: 3020,
  panels: 3051,
  simulator: 3010,
  sites: 3060,
  stamps: 3040,
  web: 3000,
  whatsapp: 3021,
}

const settingNames: Record<keyof Ports, string> = {
  caddyAdmin: 'CADDY_ADMIN_PORT',
  domains: 'DOMAIN_SIMULATOR_PORT',
  mailSmtp: 'MAIL_CATCHER_SMTP_PORT',
  mailWeb: 'MAIL_CATCHER_PORT',
  panels: 'PANEL_SIMULATORS_PORT',
  simulator: 'SIMULATOR_PORT',
  sites: 'CADDY_PORT',
  stamps: 'PERURI_SIMULATOR_PORT',
  web: 'PORT',
  whatsapp: 'WHATSAPP_CATCHER_PORT',
}

/** Who has more than one port has them in a row. */
const sizes: Partial<Record<keyof Ports, number>> = { panels: 3 }

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
    'panels',
    'sites',
    'caddyAdmin',
  ] as const) {
    const wanted = Number(given[settingNames[part]] || standardPorts[part])
    const row = await findFreeRow({ count: sizes[part] ?? 1, taken, wanted })
    chosen[part] = row[0] ?? wanted
    taken.push(...row)
  }
  return chosen
}
