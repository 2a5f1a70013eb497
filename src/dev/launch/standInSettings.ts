import {
  demoApiKey,
  demoChat,
  demoDisbursement,
  demoMerchantCode,
  demoPeruri,
} from '../../config/standIns'
import type { Given, HostingFolders, Ports } from './environment'

/** A shop whose gateway is the simulator. */
export const simulatorSettings = (port: number): Record<string, string> => ({
  ...demoDisbursement,
  DUITKU_API_KEY: demoApiKey,
  DUITKU_DISBURSEMENT_URL: `http://127.0.0.1:${port}`,
  DUITKU_MERCHANT_CODE: demoMerchantCode,
  DUITKU_PASSPORT_URL: `http://127.0.0.1:${port}`,
  DUITKU_POP_URL: `http://127.0.0.1:${port}`,
})

/** A shop whose e-Meterai are the simulator’s. */
export const stampSettings = (port: number, roots: string): Record<string, string> => {
  const url = `http://127.0.0.1:${port}`
  return {
    ...demoPeruri,
    PERURI_BACKEND_URL: url,
    PERURI_SERIAL_URL: url,
    PERURI_SIGN_URL: url,
    PERURI_UPLOAD_URL: url,
    ...(roots ? { SPK_METERAI_ROOTS: roots } : {}),
    SPK_TAKES_SPECIMENS: '1',
  }
}

/** Names below it lead to this machine in every browser, and to nobody else's. */
const DEMO_ZONE = 'situs.localhost'

/** A shop whose servers of hosting run beside it. */
export const panelSettings = (args: {
  folders: HostingFolders
  gateToken: string
  given: Given
  ports: Ports
}): Record<string, string> => {
  const { folders, gateToken, given, ports } = args
  const local = [ports.panels, ports.panels + 1, ports.panels + 2, ports.sites]
  const places = local.map((port) => `127.0.0.1:${port}`)
  const own = (given.HOSTING_PRIVATE_PANELS ?? '').trim()
  return {
    GATE_TOKEN: (given.GATE_TOKEN ?? '').trim() || gateToken,
    HOSTING_PRIVATE_PANELS: [...(own ? [own] : []), ...places].join(','),
    HOSTING_ZONES: (given.HOSTING_ZONES ?? '').trim() || DEMO_ZONE,
    PANEL_SIMULATORS_FOLDER: folders.panels,
    ...(folders.sites
      ? { CADDY_ADMIN_URL: `http://127.0.0.1:${ports.caddyAdmin}`, CADDY_ROOT: folders.sites }
      : {}),
  }
}

/** Where the shop listens to WhatsApp. */
const webhookPath = '/api/whatsapp/webhook'

/** A shop whose WhatsApp messages go to the catcher. */
export const catcherSettings = (port: number): Record<string, string> => ({
  ...demoChat,
  FONNTE_URL: `http://127.0.0.1:${port}`,
  WHATSAPP_CLOUD_URL: `http://127.0.0.1:${port}`,
})

/** Where every part of the shop listens. */
export const portSettings = (ports: Ports): Record<string, string> => ({
  CADDY_ADMIN_PORT: String(ports.caddyAdmin),
  CADDY_PORT: String(ports.sites),
  DOMAIN_SIMULATOR_PORT: String(ports.domains),
  MAIL_CATCHER_PORT: String(ports.mailWeb),
  MAIL_CATCHER_SMTP_PORT: String(ports.mailSmtp),
  PANEL_SIMULATORS_PORT: String(ports.panels),
  PERURI_SIMULATOR_PORT: String(ports.stamps),
  PORT: String(ports.web),
  SIMULATOR_PORT: String(ports.simulator),
  WHATSAPP_CATCHER_PORT: String(ports.whatsapp),
  WHATSAPP_CATCHER_WEBHOOK: `http://127.0.0.1:${ports.web}${webhookPath}`,
})
