import type { SimulatorConfig } from './config'

import { demoDisbursement } from '../../config/standIns'
import { startDuitkuSimulator } from './simulator'

/** Starts the simulator as a process of its own; every setting comes from the environment. */
async function main(): Promise<void> {
  const { env } = process
  if (env.NODE_ENV === 'production' && env.LUNAS_DEMO !== '1') {
    throw new Error('The Duitku simulator refuses to run in production without LUNAS_DEMO=1')
  }
  const simulator = await startDuitkuSimulator({
    apiKey: env.DUITKU_API_KEY || 'demo-key-only-for-the-simulator-0001',
    config: env.SIMULATOR_CONFIG
      ? (JSON.parse(env.SIMULATOR_CONFIG) as Partial<SimulatorConfig>)
      : {},
    disbursement: {
      email: env.DUITKU_DISBURSEMENT_EMAIL || demoDisbursement.DUITKU_DISBURSEMENT_EMAIL,
      secret: env.DUITKU_DISBURSEMENT_SECRET || demoDisbursement.DUITKU_DISBURSEMENT_SECRET,
      userId: env.DUITKU_DISBURSEMENT_USER_ID || demoDisbursement.DUITKU_DISBURSEMENT_USER_ID,
    },
    host: env.SIMULATOR_HOST || '127.0.0.1',
    merchantCode: env.DUITKU_MERCHANT_CODE || 'DS00001',
    merchantName: env.SIMULATOR_MERCHANT_NAME || env.SHOP_NAME || 'Hanzamas',
    port: Number(env.SIMULATOR_PORT || 3010),
    publicUrl: env.SIMULATOR_PUBLIC_URL || undefined,
    statePath: env.SIMULATOR_STATE || undefined,
  })
  console.log(`Duitku simulator (stand-in, no real money) on ${simulator.url}`)
  const stop = () => {
    void simulator.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
