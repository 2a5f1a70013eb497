import { defineConfig } from '@playwright/test'

import { findChromium } from './src/dev/chromium'

/** A shop of its own beside the developer's: other ports, other state, always stand-ins. */
const port = 3100
const shop = {
  DATABASE_URL: '',
  DUITKU_API_KEY: '',
  DUITKU_MERCHANT_CODE: '',
  LUNAS_DEMO: '1',
  LUNAS_STATE: '.lunas/e2e',
  MAIL_CATCHER_PORT: '3120',
  MAIL_CATCHER_SMTP_PORT: '3125',
  PORT: String(port),
  SERVER_URL: '',
  SIMULATOR_PORT: '3110',
  SMTP_URL: '',
}

export default defineConfig({
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  retries: 1,
  testDir: 'tests/e2e',
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${port}`,
    // Chromium's sandbox refuses root, under which containers run.
    launchOptions: {
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      executablePath: findChromium(),
    },
    locale: 'id-ID',
    screenshot: 'only-on-failure',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node src/dev/start.mjs',
    env: shop,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    reuseExistingServer: false,
    stdout: 'pipe',
    timeout: 360_000,
    url: `http://localhost:${port}/`,
  },
  workers: 1,
})
