import type { StampDocument, StampOutcome } from '../../../spk/port'
import type { PeruriSettings } from './options'
import type { CallEnd, Session } from './session'

import { fieldOf, rowsOf, textOf } from './answer'
import { packImage, type Uploaded } from './image'
import { apiUrl } from './http'

/** What the service is asked with: one account and its settings. */
export type Service = { session: Session; settings: PeruriSettings }

type Step<T> = Extract<StampOutcome<T>, { kind: 'unavailable' }> | T

const SERIAL = /^[0-9A-Z]{22}$/

/** What an e-Meterai is worth; the service wants it as text. */
const TARIFF = '10000'

/** Words about an empty account: somebody can buy more. */
const EMPTY_WORDS = /saldo|kuota|quota|balance|stok/i

const unavailable = (reason: string) => ({ kind: 'unavailable', reason }) as const

const isUnavailable = (step: unknown): step is { kind: 'unavailable'; reason: string } =>
  typeof step === 'object' && step !== null && 'kind' in step

const reasonOf = (end: Exclude<CallEnd, { kind: 'done' }>, step: string): string =>
  `${step}: ${end.reason}`

/** The code of our kind of document, by the service's own list. */
const findType = async ({ session, settings }: Service): Promise<Step<string>> => {
  const url = apiUrl(settings.serialUrl, '/jenisdoc')
  const end = await session.call({ method: 'GET', url })
  if (end.kind !== 'done') {
    return unavailable(reasonOf(end, 'document types'))
  }
  const wanted = settings.documentType.toLowerCase()
  const codes = rowsOf(end.json).flatMap((row) => {
    const texts = ['id', 'kode', 'code', 'namadoc', 'nama'].map((name) => textOf(row, name))
    const isMeant = texts.some((text) => text.toLowerCase() === wanted)
    return isMeant ? texts.filter(Boolean).slice(0, 1) : []
  })
  return codes[0] ?? unavailable(`document types: no ${settings.documentType} in the list`)
}

const upload = async (
  { session, settings }: Service,
  { bytes, fileName }: StampDocument,
): Promise<Step<Uploaded>> => {
  const build = (token: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), fileName)
    form.set('token', token)
    return { form }
  }
  const url = apiUrl(settings.uploadUrl, '/uploaddoc2')
  const end = await session.call({ build, method: 'POST', url })
  if (end.kind !== 'done') {
    return unavailable(reasonOf(end, 'upload'))
  }
  const [id, name] = [textOf(end.json, 'id'), textOf(end.json, 'name') || fileName]
  return id === '' ? unavailable('upload: the answer names no file') : { id, name }
}

const buy = async (
  { session, settings }: Service,
  order: { document: StampDocument; file: Uploaded; type: string },
): Promise<StampOutcome<{ image: string; serial: string }>> => {
  const { document, file, type } = order
  const json = {
    idfile: file.id,
    isUpload: true,
    namadoc: type,
    namafile: document.fileName,
    nilaidoc: TARIFF,
    nodoc: document.number,
    snOnly: false,
    tgldoc: document.day,
  }
  const url = apiUrl(settings.serialUrl, '/chanel/stampv2')
  const end = await session.call({ build: () => ({ json }), method: 'POST', url })
  if (end.kind !== 'done') {
    return outcomeOf(end)
  }
  const serial = textOf(end.json, 'sn')
  const picture = textOf(end.json, 'filenameQR') || textOf(end.json, 'image')
  return SERIAL.test(serial)
    ? { kind: 'ok', value: { image: packImage({ file, picture }), serial } }
    : {
        kind: 'unknown',
        reason: `serial: the answer names none (${typeof fieldOf(end.json, 'sn')})`,
      }
}

/** A serial may have been bought unless the service said no. */
const outcomeOf = (end: Exclude<CallEnd, { kind: 'done' }>): StampOutcome<never> => {
  const reason = reasonOf(end, 'serial')
  if (end.kind === 'lost') {
    return { kind: 'unknown', reason }
  }
  const isOurs = end.kind === 'unheard' || EMPTY_WORDS.test(end.reason)
  return { kind: isOurs ? 'unavailable' : 'rejected', reason }
}

/** Looks up the kind of document, uploads the file, and buys a serial for it. Only the last one costs. */
export async function reserveSerial(
  service: Service,
  document: StampDocument,
): Promise<StampOutcome<{ image: string; serial: string }>> {
  const type = await findType(service)
  if (isUnavailable(type)) {
    return type
  }
  const file = await upload(service, document)
  return isUnavailable(file) ? file : buy(service, { document, file, type })
}
