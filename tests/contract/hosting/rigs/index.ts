import type { RigSource } from '../rig'

import { caddyRig } from './caddy'

/** Every driver that speaks to a server. */
export const rigs: readonly RigSource[] = [caddyRig]
