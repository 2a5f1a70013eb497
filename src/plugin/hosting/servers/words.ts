import type { DriverId } from '../port'

import { plainWord } from '../../kernel/machine'

/** Kinds of servers as the panel names them. */
export const DRIVER_WORDS = {
  caddy: plainWord('Caddy (situs web)', 'Caddy (web sites)'),
  hestia: plainWord('HestiaCP', 'HestiaCP'),
  manual: plainWord('Dikerjakan orang', 'By hand'),
  proxmox: plainWord('Proxmox VE', 'Proxmox VE'),
  whm: plainWord('cPanel / WHM', 'cPanel / WHM'),
} as const satisfies Record<DriverId, unknown>
