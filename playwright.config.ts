import { defineConfig } from '@playwright/test'

import { findChromium } from './src/dev/chromium'
import { findPorts } from './tests/e2e/ports'

const ports = await findPorts()

/** A shop of its own beside the developer's: other ports, other state, always stand-ins. */
const shop = {
  CADDY_ADMIN_PORT: String(ports.caddyAdmin),
  CADDY_ADMIN_URL: '',
  CADDY_PORT: String(ports.sites),
  DATABASE_URL: '',
  DOMAIN_SIMULATOR: '',
  DOMAIN_SIMULATOR_PORT: String(ports.domains),
  DUITKU_API_KEY: '',
  DUITKU_MERCHANT_CODE: '',
  HOSTING_PRIVATE_PANELS: '',
  HOSTING_ZONES: '',
  LUNAS_DEMO: '1',
  LUNAS_STATE: '.lunas/e2e',
  MAIL_CATCHER_PORT: String(ports.mailWeb),
  MAIL_CATCHER_SMTP_PORT: String(ports.mailSmtp),
  PANEL_SIMULATORS_PORT: String(ports.panels),
  PERURI_SIMULATOR_PORT: String(ports.stamps),
  PERURI_USER: '',
  PORT: String(ports.web),
  // One browser buys more in a minute than any customer does in a year.
  RATE_LIMIT_FACTOR: '100',
  SERVER_URL: '',
  SIMULATOR_PORT: String(ports.simulator),
  SMTP_URL: '',
  WHATSAPP_CHANNEL: '',
  WHATSAPP_NUMBER: '6280000000000',
}

export default defineConfig({
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  retries: 1,
  testDir: 'tests/e2e',
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${ports.web}`,
    // Chromium's sandbox refuses root, under which containers run.
    launchOptions: {
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      executablePath: findChromium(),
    },
    locale: 'id-ID',
    screenshot: 'only-on-failure',
    timezoneId: 'Asia/Jakarta',
    // A trace costs every step a picture of the page; what fails is run again, and that run is traced.
    trace: 'on-first-retry',
  },
  webServer: {
    command: 'node src/dev/start.mjs',
    env: shop,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    reuseExistingServer: false,
    stdout: 'pipe',
    // The first start builds; `npm test` has built before.
    timeout: 900_000,
    url: `http://localhost:${ports.web}/`,
  },
  workers: 1,
})
