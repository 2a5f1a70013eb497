import type { DriverId } from '@/plugin/hosting'
import { HESTIA_KEY, PROXMOX_TOKEN, WHM_TOKEN, WHM_USER } from '../panels'

/** Where the servers of a demo stand; what is not there is not offered. */
export type ServerPlaces = {
  /** A real Caddy: its admin API, where it shows sites, and the folder that has them. */
  caddy?: { admin: string; listen: string; root: string } | undefined
  /** The simulators of panels: the first of their three ports, and the folder with their certificates. */
  panels?: { folder: string; port: number } | undefined
}

/** One server of the demo. `certificate` names a file of the simulators. */
export type DemoServer = {
  address?: string
  certificate?: string
  credential?: string
  driver: DriverId
  kinds: string[]
  name: string
  region: string
  settings: Record<string, unknown>
  slots: number
}

const byHand: DemoServer[] = [
  {
    driver: 'manual',
    kinds: ['dedicated-server'],
    name: 'Rak server khusus',
    region: 'Jakarta',
    settings: { contact: 'NOC +62 800 0000 0000', kind: 'dedicated', site: 'Ruang 2, rak C03' },
    slots: 40,
  },
  {
    driver: 'manual',
    kinds: ['colocation'],
    name: 'Ruang kolokasi',
    region: 'Jakarta',
    settings: { contact: 'NOC +62 800 0000 0000', kind: 'colocation', site: 'Ruang 2, rak C04' },
    slots: 42,
  },
]

const webOf = { kinds: ['cloud-server'], slots: 1_000 }

const caddyOf = ({ admin, listen, root }: NonNullable<ServerPlaces['caddy']>): DemoServer => ({
  ...webOf,
  address: admin,
  driver: 'caddy',
  name: 'Situs web (Caddy)',
  region: 'Jakarta',
  settings: { listen: [listen], probe: `http://${listen}`, root },
})

type Panels = NonNullable<ServerPlaces['panels']>

const local = (port: number): string => `https://127.0.0.1:${port}`

const proxmoxOf = ({ port }: Panels): DemoServer => ({
  address: local(port + 2),
  certificate: 'proxmox.pem',
  credential: PROXMOX_TOKEN,
  driver: 'proxmox',
  kinds: ['vps'],
  name: 'Gugus VPS (simulator Proxmox VE)',
  region: 'Jakarta',
  settings: {
    kind: 'qemu',
    node: 'pve1',
    plans: { default: { cores: 2, memory: 2_048, template: 9_000 } },
  },
  slots: 1_000,
})

const whmOf = ({ port }: Panels): DemoServer => ({
  ...webOf,
  address: local(port + 1),
  certificate: 'whm.pem',
  credential: WHM_TOKEN,
  driver: 'whm',
  name: 'Situs web (simulator cPanel)',
  region: 'Surabaya',
  settings: { username: WHM_USER },
})

const hestiaOf = ({ port }: Panels): DemoServer => ({
  ...webOf,
  address: local(port),
  certificate: 'hestia.pem',
  credential: HESTIA_KEY,
  driver: 'hestia',
  name: 'Situs web (simulator HestiaCP)',
  region: 'Jakarta',
  settings: {},
})

/** The servers of a demo shop: machines looked after by people, and what stands at the places. */
export const buildDemoServers = ({ caddy, panels }: ServerPlaces): DemoServer[] => [
  ...byHand,
  ...(caddy ? [caddyOf(caddy)] : []),
  ...(panels ? [proxmoxOf(panels), whmOf(panels)] : []),
  ...(panels && !caddy ? [hestiaOf(panels)] : []),
]

/** Reads where they stand from settings of the launcher's processes; without them there are none. */
export const readPlaces = (env: Readonly<Record<string, string | undefined>>): ServerPlaces => {
  const { CADDY_ADMIN_URL: admin, CADDY_PORT: port, CADDY_ROOT: root } = env
  const { PANEL_SIMULATORS_FOLDER: folder, PANEL_SIMULATORS_PORT: first } = env
  return {
    caddy: admin && port && root ? { admin, listen: `127.0.0.1:${port}`, root } : undefined,
    panels: folder && first ? { folder, port: Number(first) } : undefined,
  }
}
