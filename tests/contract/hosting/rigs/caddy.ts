import { createHostingDrivers } from '@/plugin/adapters/hosting'
import type { ServerAccess } from '@/plugin/hosting/port'

import { hasCaddy, startCaddy } from '../../../support/caddy'
import { drawService, type Rig, type RigSource } from '../rig'
import { openDoor } from './door'

const TOKEN = 'token-of-the-door-to-caddy'

type Route = { handle?: { lunas_state?: string }[] }

const open = async (): Promise<Rig> => {
  const caddy = await startCaddy()
  const door = await openDoor({ port: caddy.adminPort, token: TOKEN })
  const listen = `127.0.0.1:${caddy.sitePort}`
  const { caddy: driver } = createHostingDrivers({
    // Port 1 is allowed, but nobody listens there.
    allowPrivate: [`127.0.0.1:${door.port}`, `127.0.0.1:${caddy.sitePort}`, '127.0.0.1:1'],
    shopName: 'Toko Contoh',
    timeoutMs: 2_000,
  })
  const server: ServerAccess = {
    address: door.address,
    credential: TOKEN,
    id: 'server-1',
    name: 'web-1',
    settings: { listen: [listen], probe: `http://${listen}`, root: caddy.root },
  }
  return {
    away: { ...server, address: 'http://127.0.0.1:1' },
    close: async () => {
      await door.close()
      await caddy.stop()
    },
    driver,
    faults: {
      answersLost: () => door.setMood('answersLost'),
      mend: () => door.setMood('open'),
      nothingDone: () => door.setMood('nothingDone'),
      silent: () => door.setMood('silent'),
    },
    newService: drawService,
    server,
    serviceCount: async () => {
      const routes = await caddy.config('apps/http/servers/lunas/routes').catch(() => [])
      const states = (Array.isArray(routes) ? (routes as Route[]) : []).map(
        ({ handle }) => handle?.[0]?.lunas_state,
      )
      return states.filter((state) => state === 'on' || state === 'off').length
    },
    wrongCredential: { ...server, credential: 'token-of-somebody-else' },
    wrongSettings: { probe: 'file:///etc/passwd', root: '../etc' },
  }
}

/** A real Caddy behind a door that can misbehave. */
export const caddyRig: RigSource = { id: 'caddy', isMissing: !hasCaddy, open }
