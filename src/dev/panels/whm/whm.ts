import type { Answer, Panel, Visit } from '../panel'
import { type PanelOptions, type PanelSimulator, startPanel } from '../simulator'
import { FUNCTIONS, type Result } from './functions'
import { freshWhm, type WhmStore } from './store'

/** User and token of the simulator. */
export const WHM_USER = 'lunas'
export const WHM_TOKEN = 'SIMULATORTOKENOFTHIRTYTWOLETTERS'

const callOf = ({ path }: Visit): string => path.replace('/json-api/', '')

const wrap = (command: string, { data, output, reason, result }: Result): Answer => ({
  json: {
    ...(data === undefined ? {} : { data }),
    metadata: {
      command,
      ...(output ? { output: { raw: output } } : {}),
      reason,
      result,
      version: 1,
    },
  },
})

const denied = (reason: string): Answer => ({
  json: {
    cpanelresult: { apiversion: '2', data: { reason, result: '0' }, error: reason, type: 'text' },
  },
  status: 403,
})

const findStranger = (store: WhmStore, { headers }: Visit): Answer | undefined =>
  headers.authorization === `whm ${store.token}`
    ? undefined
    : denied('Token authentication failed.')

/** Calls of a cPanel account's own API (UAPI) through WHM. */
const answerAccount = (store: WhmStore, { fields }: Visit): Answer => {
  const name = fields.get('cpanel_jsonapi_user') ?? ''
  const what = `${fields.get('cpanel_jsonapi_module')}::${fields.get('cpanel_jsonapi_func')}`
  const account = store.accounts[name]
  const isKnown = what === 'DomainInfo::list_domains' && account !== undefined
  const data = account && { main_domain: account.domain, parked_domains: account.aliases }
  const errors = isKnown ? null : ['unknown function or account']
  return {
    json: {
      apiversion: 3,
      func: 'list_domains',
      result: { data, errors, status: Number(isKnown) },
    },
  }
}

const answer = (store: WhmStore, visit: Visit): Answer => {
  const name = callOf(visit)
  if (name === 'cpanel') {
    return answerAccount(store, visit)
  }
  const entry = FUNCTIONS[name]
  if (entry === undefined || visit.fields.get('api.version') !== '1') {
    return wrap(name, { reason: `Unknown app (“${name}”) requested for this version.`, result: 0 })
  }
  const { needs = '', work } = entry
  if (needs !== '' && !store.privileges.includes(needs) && !store.privileges.includes('all')) {
    return wrap(name, { reason: `Permission denied: ${name}`, result: 0 })
  }
  const { fields, isPartial } = visit
  return wrap(name, work({ fields, isPartial, store }))
}

const panel: Panel<WhmStore> = {
  answer,
  callOf,
  findStranger,
  refuse: (visit, reason) => wrap(callOf(visit), { reason, result: 0 }),
}

/** Starts a stand-in for WHM API 1: HTTP 200 also on failure, `metadata.result` tells. */
export const startWhm = (options: PanelOptions = {}): Promise<PanelSimulator<WhmStore>> =>
  startPanel({
    fresh: () => freshWhm(`${WHM_USER}:${WHM_TOKEN}`),
    name: 'WHM simulator',
    options,
    panel,
  })
