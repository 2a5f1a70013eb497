/** Where a Caddy of the demo listens, on this machine only. */
export type CaddyPorts = { admin: number; sites: number }

/** The server in Caddy's configuration that has the sites; the driver's own name for it. */
const SERVER = 'lunas'

type Routes = readonly unknown[]

/** What is shown for a name that no customer has. */
const nobody = {
  handle: [
    {
      body: 'No site of this demo has this name. / Tidak ada situs dengan nama ini.\n',
      handler: 'static_response',
      headers: { 'Content-Type': ['text/plain; charset=utf-8'] },
      status_code: 404,
    },
  ],
}

const valueAt = (json: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[name]
        : undefined,
    json,
  )

/** The routes of the sites in a configuration that Caddy has saved by itself. */
export const readRoutes = (saved: unknown): Routes | undefined => {
  const routes = valueAt(saved, ['apps', 'http', 'servers', SERVER, 'routes'])
  return Array.isArray(routes) ? routes : undefined
}

/**
 * The configuration that Caddy starts with: the sites that it had when it ended, on the ports of now.
 * Certificates for names that lead nowhere cannot be had, so it speaks plain http.
 */
export const buildCaddyConfig = (
  { admin, sites }: CaddyPorts,
  routes: Routes | undefined,
): object => ({
  admin: { listen: `127.0.0.1:${admin}` },
  logging: { logs: { default: { level: 'ERROR' } } },
  apps: {
    http: {
      servers: {
        [SERVER]: {
          '@id': `lunas-server-${SERVER}`,
          automatic_https: { disable: true },
          listen: [`127.0.0.1:${sites}`],
          routes: routes ?? [nobody],
        },
      },
    },
  },
})
