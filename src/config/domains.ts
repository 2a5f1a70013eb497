import type { LunasOptions } from '../plugin'
import type { Environment } from './schema'

/** Where proofs of domains are looked for: on the internet, or in the simulator of a developer. */
export const domainProofOptions = ({
  DOMAIN_SIMULATOR: simulator,
}: Pick<Environment, 'DOMAIN_SIMULATOR'>): NonNullable<LunasOptions['domainProof']> => {
  if (!simulator) {
    return {}
  }
  const [address = '', port = ''] = simulator.split(':')
  // It speaks no TLS: the look for https finds nobody, and http is what counts.
  const ports = { http: Number(port), https: Number(port) }
  return { allowPrivate: [address], dnsServers: [simulator], ports }
}
