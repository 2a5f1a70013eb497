import type { StampAdapter, StampOutcome } from '../../../spk/port'
import type { Service } from './reserveSerial'
import type { CallEnd } from './session'

import { textOf } from './answer'
import { apiUrl } from './http'
import { type StampImage, unpackImage } from './image'
import { findVisible, type Visible } from './placement'

type Order = Parameters<StampAdapter['stamp']>[0]

/** Longest stamped file that is fetched; ours are below 1 MB, scans below 20. */
const MAX_FILE = 30_000_000

/** Words that leave it open whether the stamp is on the file already. */
const OPEN_WORDS = /already|sudah|duplicate|proses|process|timeout|time out/i

const bodyOf = (args: {
  image: StampImage
  order: Order
  service: Service
  token: string
  visible: Visible
}): Record<string, unknown> => {
  const { image, order, service, token, visible } = args
  return {
    certificatelevel: 'NOT_CERTIFIED',
    dest: image.file.name,
    docId: image.file.id,
    docpass: '',
    jwToken: token,
    location: service.settings.location,
    onPrem: false,
    profileName: 'emeteraicertificateSigner',
    reason: order.document.number,
    refToken: order.serial,
    spesimenPath: image.picture,
    src: image.file.name,
    ...visible,
    ...(order.isRetry && { retryFlag: '1' }),
  }
}

const sign = ({ session, settings }: Service, build: (token: string) => Record<string, unknown>) =>
  session.call({
    build: (token) => ({ json: build(token) }),
    method: 'POST',
    url: apiUrl(settings.signUrl, '/keystamp/adapter/docSigningZ'),
  })

/** The service may have stamped unless it said no in clear words. */
const outcomeOf = (end: Exclude<CallEnd, { kind: 'done' }>): StampOutcome<never> => {
  const reason = `stamp: ${end.reason}`
  if (end.kind === 'unheard') {
    return { kind: 'unavailable', reason }
  }
  const isOpen = end.kind === 'lost' || OPEN_WORDS.test(end.reason)
  return { kind: isOpen ? 'unknown' : 'rejected', reason }
}

/** Our token goes to nobody but the hosts of the settings, whatever address an answer names. */
const addressOf = ({ settings }: Service, text: string): undefined | URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const hosts = [settings.signUrl, settings.uploadUrl, settings.serialUrl, settings.backendUrl]
  return hosts.some(({ origin }) => origin === url?.origin) ? url : undefined
}

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

const fetchStamped = async (
  service: Service,
  json: unknown,
): Promise<StampOutcome<{ bytes: Uint8Array }>> => {
  const url = addressOf(service, textOf(json, 'urlFile'))
  if (url === undefined) {
    return { kind: 'unknown', reason: 'download: the answer names no address of the service' }
  }
  const end = await service.session.call({ maxBytes: MAX_FILE, method: 'GET', url })
  if (end.kind !== 'done') {
    return { kind: 'unknown', reason: `download: ${end.reason}` }
  }
  return isPdf(end.bytes)
    ? { kind: 'ok', value: { bytes: end.bytes } }
    : { kind: 'unknown', reason: 'download: not a PDF' }
}

/**
 * Has the serial's stamp affixed and fetches the file. Once the service has been asked, everything but
 * a clear no is `unknown`: the same serial is asked for again, with the mark of a retry.
 */
export async function affixStamp(
  service: Service,
  order: Order,
): Promise<StampOutcome<{ bytes: Uint8Array }>> {
  const image = unpackImage(order.image)
  const { bytes } = order.document
  const visible = await findVisible({ bytes, place: order.place, yAxis: service.settings.yAxis })
  if (image === undefined || visible === undefined) {
    const reason = image === undefined ? 'not a picture of this service' : 'not a place on a page'
    return { kind: 'rejected', reason: `stamp: ${reason}` }
  }
  const end = await sign(service, (token) => bodyOf({ image, order, service, token, visible }))
  return end.kind === 'done' ? fetchStamped(service, end.json) : outcomeOf(end)
}
