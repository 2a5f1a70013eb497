import type { DriverOutcome, ServiceSight } from '../../../hosting/port'
import type { Send } from '../http'
import type { RouteState } from './route'

/** What one visitor saw. `other`: no answer of a route of ours. */
type Visit =
  | { kind: 'seen'; sight: 'other' | ServiceSight; status: number }
  | { kind: 'silent'; reason: string }

/** Names that are looked at: the main one and the first aliases. */
const MAX_NAMES = 3
const PROBE_MS = 5_000

const SIGHTS: Readonly<Record<string, { sight: ServiceSight; status?: number }>> = {
  active: { sight: 'on' },
  suspended: { sight: 'off', status: 503 },
  terminated: { sight: 'absent', status: 410 },
}

/** Comes as a visitor does and reads the state from the head of the answer. */
const visit = async (
  host: string,
  { probe, send, signal }: { probe: string; send: Send; signal: AbortSignal },
): Promise<Visit> => {
  const end = await send({
    host,
    isAnonymous: true,
    method: 'HEAD',
    path: '/',
    server: { address: probe },
    signal,
    timeoutMs: PROBE_MS,
  })
  if (end.kind !== 'answered') {
    return { kind: 'silent', reason: `${host} cannot be fetched: ${end.reason}` }
  }
  const { headers, status } = end
  const known = SIGHTS[String(headers['x-service-state'])]
  const isOurs = known !== undefined && (known.status ?? status) === status
  return { kind: 'seen', sight: isOurs ? known.sight : 'other', status }
}

const judge = (
  visits: readonly { host: string; visit: Visit }[],
  state: RouteState,
): DriverOutcome<ServiceSight> => {
  const sights = new Set<ServiceSight>()
  for (const { host, visit: seen } of visits) {
    if (seen.kind === 'silent') {
      return { kind: 'unavailable', reason: seen.reason }
    }
    // Of an ended service nothing has to be left to see.
    if (seen.sight === 'other' && state !== 'gone') {
      const reason = `${host} is answered by something else (HTTP ${seen.status})`
      return { kind: 'unknown', reason }
    }
    sights.add(seen.sight === 'other' ? 'absent' : seen.sight)
  }
  const [sight = 'absent', ...others] = sights
  return others.length > 0
    ? { kind: 'unknown', reason: `its names do not agree: ${[...sights].join(', ')}` }
    : { kind: 'ok', value: sight }
}

/** What visitors see of a service, which counts more than what the configuration says. */
export const seeAsVisitor = async (
  { hosts, state }: { hosts: readonly string[]; state: RouteState },
  way: { probe: string; send: Send; signal: AbortSignal },
): Promise<DriverOutcome<ServiceSight>> => {
  const names = hosts.slice(0, MAX_NAMES)
  const visits = await Promise.all(
    names.map(async (host) => ({ host, visit: await visit(host, way) })),
  )
  return judge(visits, state)
}
