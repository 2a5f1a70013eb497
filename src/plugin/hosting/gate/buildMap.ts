import type { Locale } from '../../kernel/errors'
import type { MapDocument, Stand, StandAnswer } from './rules/gateMap.mjs'

import { buildOwnerUrl } from '../visit/ownerUrl'
import {
  buildVisitHeaders,
  buildVisitPage,
  buildVisitProblem,
  visitStatusOf,
} from '../visit/suspendedPage'
import { HOST_MARK, MAP_FORMAT } from './rules/gateMap.mjs'
import { isHostName } from './rules/hostName.mjs'

/** Names of all services, by how they are to stand. */
export type HostStands = Readonly<Record<'gone' | 'off' | 'on', readonly string[]>>

/** What pages in the map say beside the shop's own words. */
export type MapShop = { serverUrl: string; shopName: string }

/** Seconds after which programs that ask again may have better luck: a payment opens a site at any time. */
const RETRY_AFTER_SECONDS = 3_600

const buildAnswer = (stand: Stand, { serverUrl, shopName }: MapShop): StandAnswer => {
  const page = (locale: Locale): string => {
    // The name is filled in by whoever shows the page.
    const ownerUrl = buildOwnerUrl({ host: HOST_MARK, locale, serverUrl })
    return buildVisitPage({ locales: [locale], ownerUrl, shopName, state: stand })
  }
  return {
    headers: buildVisitHeaders(stand, { retryAfterSeconds: RETRY_AFTER_SECONDS }),
    pages: { en: page('en'), id: page('id') },
    problem: buildVisitProblem(stand),
    status: visitStatusOf(stand),
  }
}

/** A customer who orders `contoh.id` means `www.contoh.id` too, unless that is a service of its own. */
const withWww = (hosts: Iterable<string>, known: ReadonlySet<string>): string[] =>
  [...hosts].flatMap((host) => {
    const alias = `www.${host}`
    return host.startsWith('www.') || known.has(alias) || !isHostName(alias)
      ? [host]
      : [host, alias]
  })

/**
 * The map of names that are not simply on. Where services share a name, the one that is on counts before
 * the one that is off, and both before the one that has ended: names are sold again.
 */
export const buildMap = (stands: HostStands, shop: MapShop): MapDocument => {
  const on = new Set(stands.on.filter(isHostName))
  const off = new Set(stands.off.filter((host) => isHostName(host) && !on.has(host)))
  const gone = stands.gone.filter((host) => isHostName(host) && !on.has(host) && !off.has(host))
  const known = new Set([...on, ...off, ...gone])
  const suspended = new Set(withWww(off, known))
  return {
    answers: { gone: buildAnswer('gone', shop), suspended: buildAnswer('suspended', shop) },
    format: MAP_FORMAT,
    hosts: {
      gone: [...new Set(withWww(new Set(gone), known))].sort(),
      suspended: [...suspended].sort(),
    },
    known: known.size,
  }
}
