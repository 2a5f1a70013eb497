import type { MapDocument } from './rules/gateMap.mjs'

import { stringifyMap } from './rules/gateMap.mjs'

/** The forms in which the map is handed out. */
export const MAP_FORMATS = ['json', 'nginx', 'haproxy'] as const

/** One of them. */
export type MapForm = (typeof MAP_FORMATS)[number]

/** What each is called in the header. */
export const MAP_TYPES: Readonly<Record<MapForm, string>> = {
  haproxy: 'text/plain; charset=utf-8',
  json: 'application/json',
  nginx: 'text/plain; charset=utf-8',
}

/** A comment that no name could be; an empty file is not mistaken for one that was cut short. */
const HEAD = (known: number, count: number): string =>
  `# Lunas: ${count} of ${known} names are not on; names that are not here are.\n`

const writeLines = ({ hosts, known }: MapDocument, end: string): string => {
  const line = (host: string, stand: string): string => `${host} ${stand}${end}\n`
  const lines = [
    ...hosts.suspended.map((host) => line(host, 'suspended')),
    ...hosts.gone.map((host) => line(host, 'gone')),
  ]
  return `${HEAD(known, lines.length)}${lines.join('')}# end\n`
}

const WRITERS: Readonly<Record<MapForm, (map: MapDocument) => string>> = {
  haproxy: (map) => writeLines(map, ''),
  json: stringifyMap,
  nginx: (map) => writeLines(map, ';'),
}

/**
 * Writes the map out: `json` for the gate, `nginx` for `map $host $lunas { include …; }`, `haproxy` for
 * `map(…)`. The same map is always the same text.
 */
export const writeMap = (map: MapDocument, form: MapForm): string => WRITERS[form](map)
