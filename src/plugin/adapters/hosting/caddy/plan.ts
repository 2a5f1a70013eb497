import { isDeepStrictEqual } from 'node:util'

import { hostsOf, type Route, stateOf } from './route'

/** What has to be done so that a route stands as it is wanted. */
export type Plan =
  | { at: number; kind: 'replace' }
  /** Another site has this name already; ours would take it away from it. */
  | { host: string; kind: 'conflict' }
  | { kind: 'insert' }
  | { kind: 'nothing' }

/** A name that is still answered for by somebody; ended services hold no names. */
const findTaken = (routes: readonly Route[], wanted: Route): string | undefined => {
  const others = routes.filter(
    (route) => route['@id'] !== wanted['@id'] && stateOf(route)?.state !== 'gone',
  )
  const taken = new Set(others.flatMap(hostsOf))
  return hostsOf(wanted).find((host) => taken.has(host))
}

/**
 * Compares what stands with what is wanted. A new route goes to the front, before whatever answers for
 * all names; one of an ended service never goes before a site that has its name by now. `keepsOff`: a site
 * that is off stays off.
 */
export const planRoute = (
  routes: readonly Route[],
  wanted: Route,
  { keepsOff = false } = {},
): Plan => {
  const at = routes.findIndex((route) => route['@id'] === wanted['@id'])
  const taken = findTaken(routes, wanted)
  if (stateOf(wanted)?.state === 'gone') {
    if (at < 0 && taken !== undefined) {
      return { kind: 'nothing' }
    }
  } else if (taken !== undefined) {
    return { host: taken, kind: 'conflict' }
  }
  if (at < 0) {
    return { kind: 'insert' }
  }
  const stands = stateOf(routes[at])
  const isKept =
    keepsOff && stands?.state === 'off' && isDeepStrictEqual(stands.hosts, hostsOf(wanted))
  return isKept || isDeepStrictEqual(routes[at], wanted)
    ? { kind: 'nothing' }
    : { at, kind: 'replace' }
}
