import { randomUUID } from 'node:crypto'

import type { Endpoint, Payload } from 'payload'

import { type Caller, CALLERS, type Knock } from '../../support/access/callers'

type Door = { access: string; method: string; path: string }

const isOwn = (endpoint: Omit<Endpoint, 'root'>): boolean =>
  typeof endpoint.custom?.access === 'string'

const toDoor = (prefix: string, { custom, method, path }: Omit<Endpoint, 'root'>): Door => ({
  access: String(custom?.access),
  method: method.toUpperCase(),
  path: `${prefix}${path}`,
})

/** Every endpoint that says who may use it: the shop's own, not those that Payload mounts. */
const listDoors = ({ config }: Payload): Door[] => [
  ...(config.endpoints ?? []).filter(isOwn).map((endpoint) => toDoor('', endpoint)),
  ...config.collections.flatMap(({ endpoints, slug }) =>
    (endpoints || []).filter(isOwn).map((endpoint) => toDoor(`/${slug}`, endpoint)),
  ),
]

/** How many cells the shop's own endpoints ask for. */
export const countDoorCells = (payload: Payload): number =>
  listDoors(payload).length * CALLERS.length

/** What only a customer who is signed in may ask for, about what is his own. */
const OF_CUSTOMERS = [
  /^\/shop\/hosting(\/|$)/,
  /^\/shop\/notices/,
  /^\/shop\/orders\/:token\/(arrears|chance|choice)$/,
  /^\/shop\/orders\/:token\/spk(\/|$)/,
  /^\/shop\/spk-export$/,
]

/** What only an owner may ask for: everything that is kept about a customer, and its end. */
const OF_OWNERS = [/^\/spks\/export\/:customer$/, /^\/spks\/:id\/erase$/]

/** What opens with a token of its own, to nobody by his role. */
const OF_TOKENS = ['/gate/map']

/** Editors look after the catalogue: no door that moves orders or money opens for them. */
const mayPass = ({ access, path }: Door, as: Caller): boolean => {
  if (OF_TOKENS.includes(path)) {
    return false
  }
  if (OF_CUSTOMERS.some((own) => own.test(path))) {
    return as.startsWith('customer')
  }
  if (access === 'owner' || OF_OWNERS.some((own) => own.test(path))) {
    return as === 'owner'
  }
  if (path === '/releases/:id/publish') {
    return ['editor', 'admin', 'owner'].includes(as)
  }
  return access === 'public' || (access === 'checked' && (as === 'admin' || as === 'owner'))
}

const REFUSED = new Set([401, 403])

/** Knocks at every own endpoint as everybody; a refusal is 401 or 403, anything else got through. */
export const drawDoors = async (args: {
  knock: Knock
  payload: Payload
}): Promise<{ breaches: string[]; tried: number }> => {
  const breaches: string[] = []
  let tried = 0
  for (const door of listDoors(args.payload)) {
    const { method, path } = door
    for (const as of CALLERS) {
      const { body, status } = await args.knock({
        as,
        method: method as 'GET' | 'HEAD' | 'POST',
        path: path.replace(/:\w+/g, randomUUID()),
        ...(method === 'POST' ? { body: {} } : {}),
      })
      tried++
      // Whoever is asked for a password stands inside already.
      const isAsked = JSON.stringify(body).includes('customer.wrongLogin')
      const passed = isAsked || !REFUSED.has(status)
      if (passed !== mayPass(door, as) || status >= 500) {
        breaches.push(`${method} ${path} as ${as}: ${status} ${JSON.stringify(body).slice(0, 80)}`)
      }
    }
  }
  return { breaches, tried }
}
