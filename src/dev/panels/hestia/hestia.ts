import type { Answer, Panel, Visit } from '../panel'
import { type PanelOptions, type PanelSimulator, startPanel } from '../simulator'
import { runCommand } from './commands'
import { CODES, freshHestia, type HestiaStore } from './store'

/** `ACCESS:SECRET` of the simulator: 20 and 40 characters, as Hestia makes them. */
export const HESTIA_KEY = `${'SimulatorAccessKey01'}:${'SimulatorSecretKeyOfFortyCharacters00000'}`

const HTTP_OF: Readonly<Record<number, number>> = {
  [CODES.forbidden]: 401,
  [CODES.invalid]: 422,
  [CODES.password]: 401,
  [CODES.suspended]: 401,
  [CODES.unsuspended]: 401,
}

const wantsCode = ({ fields }: Visit): boolean => fields.get('returncode') === 'yes'

/** What `api_error` prints: the status tells of the code also where only the code is asked for. */
const apiError = (visit: Visit, code: number, words: string): Answer => ({
  headers: { 'hestia-exit-code': String(code) },
  status: HTTP_OF[code] ?? 400,
  text: wantsCode(visit) ? String(code) : `Error: ${words}`,
})

const argsOf = ({ fields }: Visit): string[] => {
  const args: string[] = []
  for (let at = 1; at <= 13; at += 1) {
    const value = fields.get(`arg${at}`)
    if (value !== null) {
      args.push(value.trim())
    }
  }
  return args
}

const commandOf = ({ fields }: Visit): string => fields.get('cmd') ?? ''

const keyOf = ({ fields }: Visit): string =>
  fields.get('hash') ?? `${fields.get('access_key')}:${fields.get('secret_key')}`

const findStranger = (store: HestiaStore, visit: Visit): Answer | undefined => {
  if (keyOf(visit) !== store.key) {
    return apiError(visit, CODES.password, 'access key is not valid')
  }
  const command = commandOf(visit)
  return store.commands.includes('*') || store.commands.includes(command)
    ? undefined
    : apiError(visit, CODES.forbidden, `Key don't have permission to run the command ${command}`)
}

const answer = (store: HestiaStore, visit: Visit): Answer => {
  if (visit.method !== 'POST' || visit.path !== '/api/') {
    return { status: 404, text: 'Not Found' }
  }
  const { isPartial } = visit
  const { code, text = '' } = runCommand(commandOf(visit), {
    args: argsOf(visit),
    isPartial,
    store,
  })
  const headers = { 'hestia-exit-code': String(code) }
  if (wantsCode(visit)) {
    return { headers, text: String(code) }
  }
  const filled = text === '' ? 204 : 200
  return { headers, status: code === 0 ? filled : (HTTP_OF[code] ?? 400), text }
}

const panel: Panel<HestiaStore> = {
  answer,
  callOf: commandOf,
  findStranger,
  refuse: (visit, words) =>
    apiError(visit, /^\d+$/.test(words) ? Number(words) : CODES.disabled, words),
}

/** Starts a stand-in for HestiaCP's API: `POST /api/` with exit codes in body and header. */
export const startHestia = (options: PanelOptions = {}): Promise<PanelSimulator<HestiaStore>> =>
  startPanel({ fresh: () => freshHestia(HESTIA_KEY), name: 'Hestia simulator', options, panel })
