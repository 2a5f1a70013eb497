import { environmentSchema } from '@/config/schema'
import { demoApiKey, demoMerchantCode } from '@/config/standIns'
import { findFreePort } from '@/dev/ports'

/** Ports of one stand. */
export type StandPorts = { mailSmtp: number; mailWeb: number; simulator: number; web: number }

/** A load test never touches a configured shop: whatever the environment says of one is forgotten. */
export const forgetConfiguredShop = (): void => {
  for (const name of Object.keys(environmentSchema.shape)) {
    delete process.env[name]
  }
}

/**
 * Free ports, away from those of `npm start` and below those that the system hands out. Each test
 * program begins elsewhere: two that start together must not meet at the same ports.
 */
export const chooseStandPorts = async (): Promise<StandPorts> => {
  const first = 20_000 + (process.pid % 1200) * 10
  const taken: number[] = []
  const take = async (wanted: number): Promise<number> => {
    const port = await findFreePort({ taken, wanted })
    taken.push(port)
    return port
  }
  return {
    web: await take(first),
    simulator: await take(first + 1),
    mailWeb: await take(first + 2),
    mailSmtp: await take(first + 3),
  }
}

/** Settings of the shop under load: production mode, stand-ins, no rate limits. */
export const buildStandSettings = (args: {
  databaseUrl: string
  extra: Record<string, string>
  ports: StandPorts
}): Record<string, string> => {
  const { databaseUrl, extra, ports } = args
  const simulator = `http://127.0.0.1:${ports.simulator}`
  return {
    DATABASE_URL: databaseUrl,
    DISABLE_PAYLOAD_HMR: 'true',
    DUITKU_API_KEY: demoApiKey,
    DUITKU_MERCHANT_CODE: demoMerchantCode,
    DUITKU_PASSPORT_URL: simulator,
    DUITKU_POP_URL: simulator,
    LUNAS_DEMO: '1',
    MAIL_ADMIN: 'admin@lunas.test',
    MAIL_CATCHER_PORT: String(ports.mailWeb),
    MAIL_CATCHER_SMTP_PORT: String(ports.mailSmtp),
    MAIL_FROM: 'Lunas <toko@lunas.test>',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    PAYLOAD_SECRET: 'a-secret-that-only-the-load-tests-know-1',
    PORT: String(ports.web),
    PRIVATE_DIR: '.lunas/stand/private',
    RATE_LIMIT_FACTOR: '0',
    SERVER_URL: `http://127.0.0.1:${ports.web}`,
    SIMULATOR_PORT: String(ports.simulator),
    SMTP_URL: `smtp://127.0.0.1:${ports.mailSmtp}`,
    ...extra,
  }
}
