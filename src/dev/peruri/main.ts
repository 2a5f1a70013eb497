import { startPeruriSimulator } from './simulator'

const { env } = process

if (env.NODE_ENV === 'production' && env.LUNAS_DEMO !== '1') {
  throw new Error('The Peruri simulator refuses to run in production without LUNAS_DEMO=1')
}
const simulator = await startPeruriSimulator({
  authorityPath: env.PERURI_SIMULATOR_AUTHORITY || undefined,
  host: env.PERURI_SIMULATOR_HOST || '127.0.0.1',
  password: env.PERURI_PASSWORD || 'demo-password-only-for-the-simulator',
  port: Number(env.PERURI_SIMULATOR_PORT || 3040),
  user: env.PERURI_USER || 'meterai@lunas.test',
})
process.stdout.write(`Peruri simulator (stand-in, stamps without value) at ${simulator.url}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}
