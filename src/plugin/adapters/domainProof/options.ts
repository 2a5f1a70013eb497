/** How proofs of domains are looked for. */
export type DomainProofOptions = {
  /**
   * Addresses that count as public although they are not, for a simulator on a developer's machine.
   * Default none; a shop on a live server has none.
   */
  allowPrivate?: readonly string[]
  /** Resolvers as `address:port`; those of the system by default. */
  dnsServers?: readonly string[]
  /** Ports of the web server that is looked at. Default 80 and 443. */
  ports?: { http: number; https: number }
  /** Milliseconds that a whole look may take. Default 5,000. */
  timeoutMs?: number
}
