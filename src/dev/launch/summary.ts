import type { Login } from './database'
import type { HostingFolders, Ports, StandInName } from './environment'

/** What `npm start` says when everything runs. */
export type Summary = {
  folders: HostingFolders | undefined
  logins: Login[]
  mailAdmin: string
  ports: Ports
  seconds: number
  serverUrl: string
  standIns: StandInName[]
}

const standInLines = (summary: Summary): string[] => {
  const words: Record<StandInName, string> = {
    database: 'Embedded Postgres for DATABASE_URL',
    domains: `Domain simulator for customers’ domains: use a name such as contoh-situs.test (http://localhost:${summary.ports.domains})`,
    gateway: `Duitku simulator for Duitku: no real money (http://localhost:${summary.ports.simulator})`,
    mail: `Mail catcher for SMTP_URL: delivers to nobody (http://localhost:${summary.ports.mailWeb})`,
    panels: `Simulators of HestiaCP, cPanel and Proxmox VE: nobody’s sites run there (https://localhost:${summary.ports.panels} to ${summary.ports.panels + 2})`,
    stamps: `e-Meterai simulator for Peruri: specimens without value (http://localhost:${summary.ports.stamps})`,
    whatsapp: `WhatsApp catcher for Meta and Fonnte: delivers to nobody (http://localhost:${summary.ports.whatsapp})`,
  }
  return summary.standIns.map((name) => `  ! ${words[name]}`)
}

const pad = (label: string): string => `  ${label.padEnd(17)}`

/** Where sites of customers are to be seen, or why they are not. */
const siteLines = ({ folders, ports }: Summary): string[] => {
  if (!folders) {
    return []
  }
  return folders.sites
    ? [`${pad('Sites (Caddy)')}http://NAME.situs.localhost:${ports.sites}  (a real Caddy)`]
    : [
        `${pad('Sites')}none to be seen: no Caddy is used here; hosting is made in the simulators.`,
        `${pad('')}With caddy installed (apt install caddy, brew install caddy) they are real.`,
      ]
}

/** Writes out addresses, logins and stand-ins, one per line. */
export const describeShop = (summary: Summary): string => {
  const { logins, ports, standIns } = summary
  const web = `http://localhost:${ports.web}`
  const tools = [
    standIns.includes('gateway') && `${pad('Duitku simulator')}http://localhost:${ports.simulator}`,
    standIns.includes('mail') && `${pad('Mail catcher')}http://localhost:${ports.mailWeb}`,
    standIns.includes('domains') && `${pad('Domain simulator')}http://localhost:${ports.domains}`,
    standIns.includes('whatsapp') && `${pad('WhatsApp catcher')}http://localhost:${ports.whatsapp}`,
  ].filter((line) => line !== false)
  return [
    '',
    `Lunas is ready after ${summary.seconds.toFixed(1)} s.`,
    `${pad('Shop')}${web}${summary.serverUrl === web ? '' : `  (public: ${summary.serverUrl})`}`,
    `${pad('Panel')}${web}/admin`,
    ...tools,
    ...siteLines(summary),
    ...(logins.length > 0 ? ['', 'Demo logins:'] : []),
    ...logins.map(
      ({ email, password, role }) =>
        `${pad(role)}${email.padEnd(22)}  ${password ?? '(password unknown: use “forgot password”)'}`,
    ),
    ...(standIns.length > 0 ? ['', 'Stand-ins in use (never on a live server):'] : []),
    ...standInLines(summary),
    '',
    'Ctrl-C stops everything.',
    '',
  ].join('\n')
}
