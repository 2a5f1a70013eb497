import { z } from 'zod'

import {
  buildVisitHeaders,
  buildVisitPage,
  buildVisitProblem,
  visitStatusOf,
} from '../../../hosting/visit/suspendedPage'

/** How a route answers: with the site, with 503, with 410. */
export type RouteState = 'gone' | 'off' | 'on'

/** What a route is made of. */
export type RouteSpec = {
  /** Folder with the files of the site. */
  folder: string
  hosts: readonly string[]
  name: string
  ownerUrl: string
  /** For staff of the machine who read the configuration; never shown. */
  reason?: string
  shopName: string
  state: RouteState
}

/** One route of Caddy's configuration; fields that are not ours are kept as they are. */
const routeSchema = z.looseObject({
  '@id': z.string().optional(),
  handle: z.array(z.looseObject({})).nullish(),
  match: z.array(z.looseObject({ host: z.array(z.string()).nullish() })).nullish(),
})

/** See {@link routeSchema}. */
export type Route = z.infer<typeof routeSchema>

/** A server of Caddy's configuration. */
export const serverSchema = z.looseObject({
  '@id': z.string().optional(),
  listen: z.array(z.string()).nullish(),
  routes: z.array(routeSchema).nullish(),
})

/** Visitors and crawlers come again within the hour. */
const RETRY_AFTER_SECONDS = 3_600

/** Never shown, whatever an owner has uploaded. */
const HIDDEN = ['.env', '.git', '.htaccess', '.htpasswd', '.svn']

/** A name of an ACME token is base64url (RFC 8555, 8.3). */
const STILL_OPEN = String.raw`^/(?:\.well-known/acme-challenge/[\w-]{1,128}|robots\.txt)$`

/** Caddy fills `{…}` in bodies, also with variables of its environment; escaped ones it leaves. */
const asLiteral = (text: string): string => text.replace(/[\\{}]/g, (sign) => `\\${sign}`)

/** The `@id` under which a service's route is found. */
export const routeIdOf = (name: string): string => `lunas-${name}`

const headersOf = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))

const answersOf = ({ ownerUrl, shopName, state }: RouteSpec) => {
  const visit = state === 'gone' ? 'gone' : 'suspended'
  const headers = buildVisitHeaders(visit, { retryAfterSeconds: RETRY_AFTER_SECONDS })
  const page = buildVisitPage({
    locales: ['id', 'en'],
    ownerUrl,
    shopName,
    state: visit,
  })
  const answer = (type: string, body: string) => ({
    body: asLiteral(body),
    handler: 'static_response',
    headers: headersOf({ ...headers, 'Content-Type': type }),
    status_code: visitStatusOf(visit),
  })
  return [
    {
      handle: [answer('application/problem+json', buildVisitProblem(visit))],
      match: [{ header: { Accept: ['*json*'] }, not: [{ header: { Accept: ['*text/html*'] } }] }],
      terminal: true,
    },
    { handle: [answer('text/html; charset=utf-8', page)] },
  ]
}

const filesIn = (folder: string) => ({ handler: 'file_server', hide: HIDDEN, root: folder })

const siteOf = ({ folder }: RouteSpec) => [
  {
    handle: [
      { handler: 'headers', response: { set: headersOf({ 'X-Service-State': 'active' }) } },
      filesIn(folder),
    ],
  },
]

/** Certificates must renew and crawlers must be able to ask; as plain text, so that it is no way to a site. */
const stillOpenOf = ({ folder }: RouteSpec) => {
  const set = headersOf({
    'Cache-Control': 'no-store',
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'X-Service-State': 'suspended',
  })
  return {
    handle: [{ handler: 'headers', response: { deferred: true, set } }, filesIn(folder)],
    match: [{ method: ['GET', 'HEAD'], path_regexp: { pattern: STILL_OPEN } }],
    terminal: true,
  }
}

const branchesOf = (spec: RouteSpec): readonly object[] => {
  switch (spec.state) {
    case 'gone':
      return answersOf(spec)
    case 'off':
      return [stillOpenOf(spec), ...answersOf(spec)]
    case 'on':
      return siteOf(spec)
  }
}

/** The route of a service. Its first handler only carries what it is, for `stateOf` and for people. */
export const buildRoute = (spec: RouteSpec): Route => {
  const { hosts, name, reason, state } = spec
  const why =
    reason === undefined ? {} : { lunas_reason: reason.replace(/[{}]/g, '').slice(0, 200) }
  return {
    '@id': routeIdOf(name),
    handle: [
      { handler: 'vars', lunas_state: state, ...why },
      { handler: 'subroute', routes: branchesOf(spec) },
    ],
    match: [{ host: [...hosts] }],
    terminal: true,
  }
}

/** How a route of ours answers; undefined for what is no route of ours. */
export const stateOf = (json: unknown): { hosts: string[]; state: RouteState } | undefined => {
  const route = routeSchema.safeParse(json).data
  const state = route?.handle?.[0]?.lunas_state
  return state === 'gone' || state === 'off' || state === 'on'
    ? { hosts: hostsOf(route ?? {}), state }
    : undefined
}

/** Names that a route answers for; empty for one that answers for all. */
export const hostsOf = ({ match }: Route): string[] =>
  (match ?? []).flatMap(({ host }) => host ?? []).map((host) => host.toLowerCase())
