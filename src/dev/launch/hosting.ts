import { mkdirSync } from 'node:fs'

import { findCaddy } from '../caddy/find'
import type { Given, HostingFolders } from './environment'
import type { State } from './state'

/** Caddy would read braces in a path as placeholders, and the driver takes plain signs only. */
const PLAIN = /^(?:\/[\w.@+-]+)+$/

/**
 * Makes the folders of the demo's servers. Sites are shown by a Caddy of the launcher's own when one is
 * installed, unless the settings name another.
 */
export const openHostingFolders = (state: State, given: Given): HostingFolders => {
  const [panels, sites] = [state.path('panels'), state.path('sites')]
  mkdirSync(panels, { mode: 0o700, recursive: true })
  const isOurs = !(given.CADDY_ADMIN_URL ?? '').trim() && PLAIN.test(sites)
  if (!isOurs || !findCaddy(given.CADDY_PATH)) {
    return { panels }
  }
  mkdirSync(sites, { mode: 0o700, recursive: true })
  return { panels, sites }
}
