import type { DriverId } from '../port'
import type { Labels } from '../../kernel/errors'

/** Words beside the settings of a server. */
export const SETTINGS_TEXTS = {
  en: { broken: 'This is no JSON. What was valid last is kept.' },
  id: { broken: 'Ini bukan JSON. Yang terakhir benar tetap dipakai.' },
} as const

/** What each kind of server wants to know. */
export const SETTINGS_HINTS: Readonly<Record<DriverId, Labels>> = {
  caddy: {
    en: '{"root": "/srv/situs"}, and if you like server, listen, probe, addresses.',
    id: '{"root": "/srv/situs"}, dan bila perlu server, listen, probe, addresses.',
  },
  hestia: {
    en: '{} or {"ip": "203.0.113.7"} where the server has several addresses.',
    id: '{} atau {"ip": "203.0.113.7"} bila servernya punya beberapa alamat.',
  },
  manual: {
    en: '{"kind": "colocation"} (or dedicated, vps, web), and if you like site and contact.',
    id: '{"kind": "colocation"} (atau dedicated, vps, web), dan bila perlu site dan contact.',
  },
  proxmox: {
    en: '{"kind": "qemu", "node": "pve1", "plans": {"default": {"template": 9000}}}, and if you like pool, storage, owners.',
    id: '{"kind": "qemu", "node": "pve1", "plans": {"default": {"template": 9000}}}, dan bila perlu pool, storage, owners.',
  },
  whm: {
    en: '{"username": "root"}: the user to whom the token belongs.',
    id: '{"username": "root"}: pengguna pemilik token.',
  },
}
