import type { DriverId, DriverOutcome, HostingDriver } from '@/plugin/hosting'
import type { ServiceSight, ServiceTarget } from '@/plugin/hosting/port'

/** What a panel can be asked. */
export type PanelVerb = 'create' | 'inspect' | 'resume' | 'suspend' | 'terminate'

/**
 * What goes wrong with a call. `lost`: nothing is done, and nobody knows. `done`: it is done, and nobody
 * knows. `idle`: it says it is done, and it is not. `no`: it refuses. `away`: it cannot be reached.
 */
export type PanelFault = 'away' | 'done' | 'idle' | 'lost' | 'no'

type Site = { created: number; sight: Exclude<ServiceSight, 'absent'> }

type Call = { name: string; server: string; verb: PanelVerb }

const AFTER: Record<Exclude<PanelVerb, 'inspect'>, ServiceSight> = {
  create: 'on',
  resume: 'on',
  suspend: 'off',
  terminate: 'absent',
}

const ok = { kind: 'ok', value: undefined } as const

/** A panel in memory that keeps to the port, with faults on demand. */
export const makeFakePanel = () => {
  const sites = new Map<string, Site>()
  const calls: Call[] = []
  const faults: { fault: PanelFault; left: number; verb: PanelVerb }[] = []
  let inHand = 0
  let most = 0
  let onCall: (call: Call) => Promise<void> = () => Promise.resolve()

  const takeFault = (verb: PanelVerb): PanelFault | undefined => {
    const found = faults.find((each) => each.verb === verb && each.left > 0)
    if (found) {
      found.left -= 1
    }
    return found?.fault
  }

  const sightOf = (name: string): ServiceSight => sites.get(name)?.sight ?? 'absent'

  const perform = ({ name, verb }: Call): void => {
    const site = sites.get(name)
    switch (verb) {
      case 'create':
        sites.set(name, {
          created: (site?.created ?? 0) + (site ? 0 : 1),
          sight: site?.sight ?? 'on',
        })
        return
      case 'terminate':
        sites.delete(name)
        return
      case 'inspect':
        return
      default:
        if (site) {
          site.sight = AFTER[verb] as Site['sight']
        }
    }
  }

  const answer = async <T>(call: Call, value: () => T): Promise<DriverOutcome<T>> => {
    calls.push(call)
    inHand += 1
    most = Math.max(most, inHand)
    try {
      await onCall(call)
      switch (takeFault(call.verb)) {
        case 'away':
          return { kind: 'unavailable', reason: 'connect ECONNREFUSED' }
        case 'lost':
          return { kind: 'unknown', reason: 'timeout' }
        case 'no':
          return { kind: 'rejected', reason: 'Nama domain ini sudah ada di server' }
        case 'idle':
          return { kind: 'ok', value: value() }
        case 'done':
          perform(call)
          return { kind: 'unknown', reason: 'timeout' }
        default:
          perform(call)
          return { kind: 'ok', value: value() }
      }
    } finally {
      inHand -= 1
    }
  }

  const deed =
    (verb: 'resume' | 'suspend' | 'terminate') =>
    (server: { name: string }, { name }: ServiceTarget): Promise<DriverOutcome> =>
      answer({ name, server: server.name, verb }, () => ok.value)

  const driver = (id: DriverId): HostingDriver => ({
    create: (server, { name }) =>
      answer({ name, server: server.name, verb: 'create' }, () => ({
        facts: { IP: '203.0.113.7' },
        reference: `ref-${name}`,
        secrets: { panel: 'rahasia-panel' },
      })),
    id,
    inspect: (server, { name }) =>
      answer({ name, server: server.name, verb: 'inspect' }, () => sightOf(name)),
    resume: deed('resume'),
    settingFaults: () => [],
    suspend: deed('suspend'),
    terminate: deed('terminate'),
    testConnection: () => Promise.resolve({ kind: 'ok', value: { note: 'Baik' } }),
  })

  return {
    calls,
    driver,
    /** The next calls of a verb go wrong; all of them when no number is given. */
    fault: (verb: PanelVerb, fault: PanelFault, times = Number.POSITIVE_INFINITY): void => {
      faults.push({ fault, left: times, verb })
    },
    /** Counts anew how many run at the same time. */
    forget: (): void => {
      inHand = 0
      most = 0
    },
    heal: (): void => {
      faults.length = 0
      onCall = () => Promise.resolve()
    },
    /** How many calls ever ran at the same time. */
    most: () => most,
    /** Called during each call, before it has its effect. */
    during: (work: (call: Call) => Promise<void>): void => {
      onCall = work
    },
    /** Somebody else changes what is on the server. */
    set: (name: string, sight: ServiceSight): void => {
      if (sight === 'absent') {
        sites.delete(name)
      } else {
        sites.set(name, { created: sites.get(name)?.created ?? 1, sight })
      }
    },
    sightOf,
    sites,
    verbs: (name: string): PanelVerb[] =>
      calls.filter((each) => each.name === name).map(({ verb }) => verb),
  }
}
