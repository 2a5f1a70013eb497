import type { Environment } from '../../config/env'
import { templateFindings } from './templates'
import { type Check, type Finding, findingsOf } from './verdict'

const say = findingsOf('WhatsApp')

type Answer = { json: Record<string, unknown>; status: number }

/** One harmless question to a vendor; what it answers counts, whatever its status. */
const ask = async (url: string, init: RequestInit): Promise<Answer> => {
  const response = await fetch(url, {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
  const json: unknown = await response.json().catch(() => undefined)
  return { json: (json ?? {}) as Answer['json'], status: response.status }
}

const hostOf = (url: string): string => new URL(url).host

type MetaError = { code?: number; error_subcode?: number; message?: string }

/** Codes of Meta ("Cloud API: Error Codes") that say what has to be mended. */
const explain = (host: string, { json, status }: Answer, what: string): string => {
  const { code, error_subcode: subcode, message = '' } = (json.error ?? {}) as MetaError
  if (code === 190 || status === 401) {
    return `${host} refuses our token: it has expired or was revoked (WHATSAPP_CLOUD_TOKEN)`
  }
  if (code === 100 && subcode === 33) {
    return `${host} knows no ${what}, or our token may not see it`
  }
  if (code === 10 || (code !== undefined && code >= 200 && code < 300)) {
    return `${host} says that our token lacks a permission: ${message}`
  }
  return `${host} answers with status ${status}${message ? `: ${message}` : ''}`
}

const askMeta = (settings: Environment, path: string): Promise<Answer> =>
  ask(`${settings.WHATSAPP_CLOUD_URL}/${settings.WHATSAPP_CLOUD_VERSION}/${path}`, {
    headers: { authorization: `Bearer ${settings.WHATSAPP_CLOUD_TOKEN ?? ''}` },
  })

const MOST_PAGES = 20

/** All templates of the account, page by page; an answer that is none of them ends the search. */
const listTemplates = async (settings: Environment): Promise<Answer | unknown[]> => {
  const found: unknown[] = []
  const fields = 'name,status,language,components,parameter_format,rejected_reason'
  const account = settings.WHATSAPP_CLOUD_ACCOUNT_ID ?? ''
  let after = ''
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ fields, limit: '100', ...(after ? { after } : {}) })
    const answer = await askMeta(settings, `${account}/message_templates?${query.toString()}`)
    const { data, paging } = answer.json as {
      data?: unknown
      paging?: { cursors?: { after?: string }; next?: string }
    }
    if (answer.status !== 200 || !Array.isArray(data)) {
      return answer
    }
    found.push(...(data as unknown[]))
    after = paging?.next ? (paging.cursors?.after ?? '') : ''
    if (after === '') {
      break
    }
  }
  return found
}

const checkTemplates = async (settings: Environment): Promise<Finding[]> => {
  if (!settings.WHATSAPP_CLOUD_ACCOUNT_ID) {
    return [say.warn('message templates were not checked: WHATSAPP_CLOUD_ACCOUNT_ID is not set')]
  }
  const listed = await listTemplates(settings)
  return Array.isArray(listed)
    ? templateFindings({ listed, serverUrl: settings.SERVER_URL })
    : [say.fail(explain(hostOf(settings.WHATSAPP_CLOUD_URL), listed, 'such account'))]
}

const checkCloud = async (settings: Environment): Promise<Finding[]> => {
  const host = hostOf(settings.WHATSAPP_CLOUD_URL)
  const fields = 'display_phone_number,verified_name,quality_rating,code_verification_status'
  const phone = await askMeta(settings, `${settings.WHATSAPP_CLOUD_PHONE_ID}?fields=${fields}`)
  if (phone.status !== 200) {
    return [say.fail(explain(host, phone, 'such phone number id (WHATSAPP_CLOUD_PHONE_ID)'))]
  }
  const { display_phone_number: number, quality_rating: quality, verified_name: name } = phone.json
  const found = say.ok(`${host} takes our token; we write as ${String(name)} (${String(number)})`)
  const low =
    quality === 'RED' ? [say.warn('Meta rates the number RED: it may be limited soon')] : []
  return [found, ...low, ...(await checkTemplates(settings))]
}

const checkFonnte = async (settings: Environment): Promise<Finding[]> => {
  const host = hostOf(settings.FONNTE_URL)
  const headers = { authorization: settings.FONNTE_TOKEN ?? '' }
  const { json, status } = await ask(`${settings.FONNTE_URL}/device`, { headers, method: 'POST' })
  if (json.status !== true) {
    const reason = typeof json.reason === 'string' ? json.reason : `status ${status}`
    return [say.fail(`${host} refuses our token: ${reason} (FONNTE_TOKEN)`)]
  }
  if (json.device_status !== 'connect') {
    return [say.fail(`the phone at ${host} is not linked; scan its code again in Fonnte`)]
  }
  return Number(json.quota) === 0
    ? [say.fail(`the phone at ${host} is linked, but its quota is used up`)]
    : [say.ok(`${host} takes our token; the phone is linked, ${String(json.quota)} messages left`)]
}

/** Whether the shop's way into WhatsApp stands. Nothing is sent. */
export const whatsappCheck = (settings: Environment): Check => ({
  name: 'WhatsApp',
  run: async () => {
    switch (settings.WHATSAPP_CHANNEL) {
      case 'cloud':
        return checkCloud(settings)
      case 'fonnte':
        return checkFonnte(settings)
      case 'wa.me':
        return [say.ok('by hand (wa.me): nothing to connect to')]
    }
  },
})
