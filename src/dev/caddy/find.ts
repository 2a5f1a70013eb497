import { findInstalled } from '../installed'

const usual = [
  '/opt/homebrew/bin/caddy',
  '/usr/local/bin/caddy',
  'C:\\Program Files\\Caddy\\caddy.exe',
]

/** Finds an installed Caddy: `CADDY_PATH` (`none` for none), then the search path, then usual places. */
export const findCaddy = (wanted = process.env.CADDY_PATH): string | undefined =>
  wanted === 'none' ? undefined : findInstalled({ names: ['caddy', 'caddy.exe'], usual, wanted })
