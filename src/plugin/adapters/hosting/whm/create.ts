import type { CreatedService, DriverOutcome, ServiceTarget } from '../../../hosting/port'
import type { WhmCall, WhmWay } from './api'

import { type Fields, textAt } from '../panels'
import { lookAtAccount, type WhmAccount } from './account'
import { listAliases } from './api'

type Wish = { password: string } & ServiceTarget

const SERVERS = ['nameserver', 'nameserver2', 'nameserver3', 'nameserver4']

const CPANEL_PORT = 2_083

const madeOf = (wish: Wish, way: WhmWay, data: Fields): CreatedService => {
  const names = SERVERS.map((name) => textAt(data, name)).filter(Boolean)
  const { hostname } = new URL(way.server.address)
  return {
    facts: {
      panel: `https://${hostname}:${CPANEL_PORT}`,
      user: wish.name,
      ...(textAt(data, 'ip') && { ip: textAt(data, 'ip') }),
      ...(names.length > 0 && { nameServers: names.join(', ') }),
    },
    reference: wish.name,
    secrets: { password: wish.password },
  }
}

/** cPanel serves `www.` of the main name by itself. */
const furtherHosts = ({ hosts: [main = '', ...rest] }: Wish): string[] =>
  rest.filter((host) => host !== `www.${main}`)

const dataOf = ({ ip }: WhmAccount): Fields => ({ ip })

const make = async (call: WhmCall, wish: Wish): Promise<DriverOutcome<Fields>> => {
  const [domain = ''] = wish.hosts
  const end = await call('createacct', {
    contactemail: wish.email,
    domain,
    password: wish.password,
    plan: wish.package,
    // Else the password stands in the answer.
    showpass: 'n',
    username: wish.name,
  })
  if (end.kind === 'done') {
    return { kind: 'ok', value: end.data }
  }
  if (end.kind === 'failed' && end.outcome.kind !== 'unknown') {
    return end.outcome
  }
  const seen = await lookAtAccount(call, wish.name)
  const account = seen.kind === 'ok' ? seen.value : undefined
  if (end.kind === 'failed') {
    // The answer is lost, the account is there: the work goes on.
    return account && furtherHosts(wish).length > 0
      ? { kind: 'ok', value: dataOf(account) }
      : end.outcome
  }
  const reason = `WHM did not finish the account: ${end.reason}`
  return account
    ? { kind: 'unknown', reason }
    : { kind: 'rejected', reason: `WHM makes no such account: ${end.reason}` }
}

const addAliases = async (way: WhmWay, call: WhmCall, wish: Wish): Promise<DriverOutcome> => {
  const wanted = furtherHosts(wish)
  if (wanted.length === 0) {
    return { kind: 'ok', value: undefined }
  }
  const present = await listAliases(way, wish.name)
  if (present === undefined) {
    const reason = 'the further names of the account cannot be listed (privilege cpanel-api)'
    return { kind: 'unknown', reason }
  }
  let last: DriverOutcome = { kind: 'ok', value: undefined }
  for (const domain of wanted.filter((host) => !present.includes(host))) {
    const fields = { domain, username: wish.name, web_vhost_domain: wish.hosts[0] ?? '' }
    const end = await call('create_parked_domain_for_user', fields)
    if (end.kind === 'no') {
      return { kind: 'rejected', reason: `WHM does not add the name ${domain}: ${end.reason}` }
    }
    if (end.kind === 'failed' && end.outcome.kind !== 'unknown') {
      return end.outcome
    }
    last = end.kind === 'failed' ? end.outcome : last
  }
  return last
}

/** Makes the account and its further names; what is there already is left as it is. */
export const createAccount = async (
  way: WhmWay,
  call: WhmCall,
  wish: Wish,
): Promise<DriverOutcome<CreatedService>> => {
  if (wish.hosts.length === 0) {
    return { kind: 'rejected', reason: 'a cPanel account needs a domain' }
  }
  const seen = await lookAtAccount(call, wish.name)
  if (seen.kind !== 'ok') {
    return seen
  }
  const made: DriverOutcome<Fields> = seen.value
    ? { kind: 'ok', value: dataOf(seen.value) }
    : await make(call, wish)
  if (made.kind !== 'ok') {
    return made
  }
  const named = await addAliases(way, call, wish)
  return named.kind === 'ok' ? { kind: 'ok', value: madeOf(wish, way, made.value) } : named
}
