import { withConnection } from '../postgres'
import { buildDemoServers, readPlaces } from '../seed/demoServers'

/** Of a server's settings only these follow the ports; all else is its owner's. */
const PLACES = ['listen', 'probe', 'root']

/** Ports move when they are taken: the demo's servers are told where they are this time. */
export const moveServers = async (environment: Record<string, string>): Promise<void> => {
  const servers = buildDemoServers(readPlaces(environment)).filter(({ address }) => address)
  if (servers.length === 0) {
    return
  }
  await withConnection({
    url: environment.DATABASE_URL ?? '',
    work: async (client) => {
      for (const { address, driver, name, settings } of servers) {
        const places = Object.entries(settings).filter(([key]) => PLACES.includes(key))
        await client.query(
          `update hosting_servers set address = $1, settings = settings || $2::jsonb
            where name = $3 and driver::text = $4
              and (address is distinct from $1 or not settings @> $2::jsonb)`,
          [address, JSON.stringify(Object.fromEntries(places)), name, driver],
        )
      }
    },
  })
}
