import type { LunasOptions } from '../plugin'
import type { Environment } from './schema'

/** The allow list names places without a scheme: `127.0.0.1:2019`; sockets keep theirs. */
const placeOf = (address: string): string =>
  address.startsWith('unix:') ? address : new URL(address).host

/** The settings of hosting as the plugin takes them. */
export const hostingOptions = (settings: Environment): NonNullable<LunasOptions['hosting']> => {
  const {
    CADDY_ADMIN_URL: caddy,
    GATE_TOKEN: gateToken,
    HOSTING_PRIVATE_PANELS: privatePanels,
    HOSTING_ZONES: zones,
  } = settings
  return {
    ...(gateToken && { gateToken }),
    privatePanels: caddy ? [...privatePanels, placeOf(caddy)] : privatePanels,
    zones,
  }
}
