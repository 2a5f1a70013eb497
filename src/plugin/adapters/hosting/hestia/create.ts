import type { CreatedService, DriverOutcome, ServiceTarget } from '../../../hosting/port'
import type { HestiaCall, HestiaWay } from './api'

import { EXIT, verdictOfCode } from './codes'
import { type HestiaSeen, lookAtUser } from './look'

type Wish = { password: string } & ServiceTarget

/** The web server is told at once: with `no` it would go on as before until somebody restarts it. */
const RESTART = 'yes'

type Step = DriverOutcome<{ wasThere: boolean }>

const step = async (call: HestiaCall, command: string, args: readonly string[]): Promise<Step> => {
  const end = await call(command, args)
  if (end.kind === 'failed') {
    return end.outcome
  }
  // Somebody was faster, perhaps we ourselves: whose it is, the look afterwards tells.
  const wasThere = end.code === EXIT.exists
  return end.code === EXIT.ok || wasThere
    ? { kind: 'ok', value: { wasThere } }
    : verdictOfCode(command, end.code)
}

type Work = { call: HestiaCall; way: HestiaWay; wish: Wish }

/** A lost answer is looked after: the work goes on when it was done. */
const addUser = async ({ call, wish }: Work): Promise<Step> => {
  const { email, name, password } = wish
  const added = await step(call, 'v-add-user', [name, password, email, wish.package])
  if (added.kind !== 'unknown') {
    return added
  }
  const seen = await lookAtUser(call, wish)
  return seen.kind === 'ok' && seen.value ? { kind: 'ok', value: { wasThere: true } } : added
}

const addSite = ({ call, way, wish }: Work): Promise<Step> => {
  const { hosts, name } = wish
  const [domain = '', ...aliases] = hosts
  const further = aliases.length > 0 ? aliases.join(',') : 'none'
  return step(call, 'v-add-web-domain', [name, domain, way.settings.ip ?? '', RESTART, further])
}

const madeOf = (wish: Wish, way: HestiaWay, seen: HestiaSeen): CreatedService => ({
  facts: {
    panel: way.server.address,
    user: wish.name,
    ...(seen.ip && { ip: seen.ip }),
    ...(seen.nameServers && { nameServers: seen.nameServers }),
  },
  reference: wish.name,
  secrets: { password: wish.password },
})

/** Makes the account and its site, whichever is missing. */
export const createUser = async (
  way: HestiaWay,
  call: HestiaCall,
  wish: Wish,
): Promise<DriverOutcome<CreatedService>> => {
  if (wish.hosts.length === 0) {
    return { kind: 'rejected', reason: 'a Hestia account needs a domain' }
  }
  const before = await lookAtUser(call, wish)
  if (before.kind !== 'ok') {
    return before
  }
  if (before.value?.isSiteThere === true) {
    return { kind: 'ok', value: madeOf(wish, way, before.value) }
  }
  const work = { call, way, wish }
  const user: Step = before.value ? { kind: 'ok', value: { wasThere: true } } : await addUser(work)
  const site = user.kind === 'ok' ? await addSite(work) : user
  if (site.kind !== 'ok') {
    return site
  }
  const after = await lookAtUser(call, wish)
  if (after.kind === 'ok' && after.value?.isSiteThere === true) {
    return { kind: 'ok', value: madeOf(wish, way, after.value) }
  }
  return site.value.wasThere
    ? { kind: 'rejected', reason: 'the user name or the domain belongs to another account' }
    : { kind: 'unknown', reason: 'Hestia says that the site is made, and shows none' }
}
