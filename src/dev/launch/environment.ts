import { environmentSchema } from '../../config/schema'
import { findMissingChatSettings, neededChatSettings } from '../../config/whatsapp'
import type { SealSettings } from '../seal'
import {
  catcherSettings,
  panelSettings,
  portSettings,
  simulatorSettings,
  stampSettings,
} from './standInSettings'
import type { Secrets } from './state'

/** Settings by name, as given from outside. */
export type Given = Readonly<Record<string, string | undefined>>

/** Ports of everything that the launcher runs. */
export type Ports = {
  caddyAdmin: number
  domains: number
  mailSmtp: number
  mailWeb: number
  /** The first of three in a row. */
  panels: number
  simulator: number
  /** Sites of customers, as the demo's Caddy shows them. */
  sites: number
  stamps: number
  web: number
  whatsapp: number
}

/** The parts of a shop that may be real or a stand-in. */
export type StandInName =
  'database' | 'domains' | 'gateway' | 'mail' | 'panels' | 'stamps' | 'whatsapp'

/** Where the launcher's servers of hosting keep what they have; `sites` only where a Caddy runs. */
export type HostingFolders = { panels: string; sites?: string | undefined }

const isSet = (given: Given, name: string): boolean => (given[name] ?? '').trim() !== ''

/** A channel without any setting of its own; a demo shop shows the catcher also beside wa.me links. */
const needsCatcher = (given: Given): boolean => {
  if (!isSet(given, 'WHATSAPP_CHANNEL')) {
    return !isSet(given, 'SMTP_URL')
  }
  const names = neededChatSettings(given)
  const urls = ['FONNTE_URL', 'WHATSAPP_CLOUD_URL']
  return names.length > 0 && ![...names, ...urls].some((name) => isSet(given, name))
}

/** Which parts have no real configuration and need a stand-in. */
export const findNeededStandIns = (given: Given): StandInName[] => {
  const needed: [StandInName, boolean][] = [
    ['database', !isSet(given, 'DATABASE_URL')],
    ['domains', !isSet(given, 'DUITKU_API_KEY') && !isSet(given, 'DOMAIN_SIMULATOR')],
    ['gateway', !isSet(given, 'DUITKU_API_KEY')],
    ['mail', !isSet(given, 'SMTP_URL')],
    ['panels', !isSet(given, 'DUITKU_API_KEY')],
    ['stamps', !isSet(given, 'DUITKU_API_KEY') && !isSet(given, 'PERURI_USER')],
    ['whatsapp', needsCatcher(given)],
  ]
  return needed.flatMap(([name, isNeeded]) => (isNeeded ? [name] : []))
}

const refusals: Partial<Record<StandInName, string>> = {
  database: 'DATABASE_URL is missing; the embedded Postgres is a stand-in',
  gateway: 'DUITKU_API_KEY is missing; the Duitku simulator is a stand-in',
  mail: 'SMTP_URL is missing; the mail catcher is a stand-in',
}

/** Why this shop may not start: half a gateway or channel, or stand-ins on a live server. */
export const findRefusals = (given: Given): string[] => {
  const hasKey = isSet(given, 'DUITKU_API_KEY')
  const hasCode = isSet(given, 'DUITKU_MERCHANT_CODE')
  const half =
    hasKey === hasCode
      ? []
      : [`${hasKey ? 'DUITKU_MERCHANT_CODE' : 'DUITKU_API_KEY'} is missing; set both or none`]
  const isLive = given.NODE_ENV === 'production' && given.LUNAS_DEMO !== '1'
  const standIns = isLive ? findNeededStandIns(given).flatMap((name) => refusals[name] ?? []) : []
  const secrets = ['PAYLOAD_SECRET', 'SERVER_URL', 'MAIL_FROM'].filter(
    (name) => isLive && !isSet(given, name),
  )
  const isCatcherMeant = !isLive && needsCatcher(given)
  const channel = isCatcherMeant ? [] : findMissingChatSettings(given)
  return [...half, ...standIns, ...channel, ...secrets.map((name) => `${name} is missing`)]
}

/** Addresses and a number that reach nobody, so that no stranger is written to from a demo. */
const demoSettings = {
  LUNAS_DEMO: '1',
  SUPPORT_EMAIL: 'halo@lunas.test',
  WHATSAPP_NUMBER: '6280000000000',
}

const keepKnown = (given: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      name in environmentSchema.shape && value !== undefined && isSet(given, name)
        ? [[name, value]]
        : [],
    ),
  )

/**
 * The settings of the shop's processes: what was given, completed by stand-ins. They run in
 * production mode as on a live server; `LUNAS_DEMO` then says that stand-ins are meant.
 */
export const buildShopEnvironment = (args: {
  databaseUrl: string
  /** Where servers of hosting keep what they have; none where real ones are used alone. */
  folders?: HostingFolders
  given: Given
  /** Certificates of the simulator's e-Meterai, PEM; none where a real account stamps. */
  meteraiRoots?: string
  ports: Ports
  /** The demo shop's own seal; none where the settings bring one. */
  seal?: SealSettings
  secrets: Secrets
}): Record<string, string> => {
  const { folders, given, meteraiRoots = '', ports, seal, secrets } = args
  const { gateToken } = secrets
  const standIns = findNeededStandIns(given)
  const wanted: Record<string, string> = {
    DATABASE_URL: args.databaseUrl,
    MAIL_ADMIN: 'admin@lunas.test',
    MAIL_FROM: 'Lunas <toko@lunas.test>',
    PAYLOAD_SECRET: secrets.payloadSecret,
    SERVER_URL: `http://localhost:${ports.web}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.mailSmtp}`,
    ...(standIns.length > 0 ? { ...demoSettings, ...seal } : {}),
  }
  const gateway = standIns.includes('gateway') ? simulatorSettings(ports.simulator) : {}
  const chat = standIns.includes('whatsapp') ? catcherSettings(ports.whatsapp) : {}
  return {
    ...wanted,
    ...keepKnown(given),
    ...gateway,
    ...chat,
    ...(folders ? panelSettings({ folders, gateToken, given, ports }) : {}),
    ...(standIns.includes('stamps') ? stampSettings(ports.stamps, meteraiRoots) : {}),
    ...(standIns.includes('domains') ? { DOMAIN_SIMULATOR: `127.0.0.1:${ports.domains}` } : {}),
    ...portSettings(ports),
    NODE_ENV: 'production',
  }
}
