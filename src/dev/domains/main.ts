import { startDomainSimulator } from './simulator'

if (process.env.NODE_ENV === 'production' && process.env.LUNAS_DEMO !== '1') {
  throw new Error('The domain simulator refuses to run in production without LUNAS_DEMO=1')
}
const simulator = await startDomainSimulator({
  port: Number(process.env.DOMAIN_SIMULATOR_PORT || 3030),
})
process.stdout.write(`Domain simulator (stand-in) at http://127.0.0.1:${simulator.port}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}
