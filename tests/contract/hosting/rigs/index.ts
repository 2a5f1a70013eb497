import type { RigSource } from '../rig'

import { caddyRig } from './caddy'
import { hestiaRig } from './hestia'
import { proxmoxRig } from './proxmox'
import { whmRig } from './whm'

/** Every driver that speaks to a server. */
export const rigs: readonly RigSource[] = [caddyRig, hestiaRig, proxmoxRig, whmRig]
