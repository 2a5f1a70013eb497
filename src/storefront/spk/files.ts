import { isDomainError } from '@/plugin/kernel/errors'
import { readFormOrJson } from '@/plugin/kernel/payload'
import { bringBack, MOST_RETURN_BYTES, type ReturnKind, saveDocument } from '@/plugin/spk'

import { localPath } from '../i18n/locales'
import { getShop, reportFault } from '../shop'
import { noticeOfRefusal } from './notice'
import { noticeAddress, readWhere, spkLoginPath, type SpkWhere } from './place'
import { findSpk, openDoor } from './spk'

/** What a form has around its files. */
const FORM_BYTES = 100_000

/** Sixty megabytes on a slow line. */
const FORM_MS = 15 * 60_000

const leadTo = (target: string): Response =>
  new Response(null, {
    headers: {
      'Cache-Control': 'no-store',
      Location: target,
      'Referrer-Policy': 'same-origin',
    },
    status: 303,
  })

const leadRefused = async (where: SpkWhere, error: unknown): Promise<Response> => {
  if (isDomainError(error, 'auth.required')) {
    return leadTo(localPath({ locale: where.locale, path: spkLoginPath(where.place) }))
  }
  await reportFault(error)
  return leadTo(noticeAddress(where, noticeOfRefusal(error)))
}

/** "Unduh": the document itself, to be saved. */
export const answerDocument = async (request: Request): Promise<Response> => {
  const form = await request.formData().catch(() => new FormData())
  const where = readWhere(form)
  const file = form.get('file')
  try {
    const { door } = await openDoor(where.place)
    const fileId = typeof file === 'string' ? file : ''
    return await saveDocument(await getShop(), { door, fileId })
  } catch (error) {
    return leadRefused(where, error)
  }
}

const bytesOf = async (files: readonly File[]): Promise<Uint8Array[]> => {
  const chosen = files.filter(({ name, size }) => name !== '' || size > 0)
  return Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())))
}

/**
 * Takes what a plain form sends: the signed document, or photos. Where it belongs stands in the address,
 * so that nothing is read of whom the page is not for.
 */
export const takeReturn = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url)
  const where = readWhere(searchParams)
  const kind: ReturnKind = searchParams.get('what') === 'photo' ? 'photo' : 'scan'
  try {
    const { door, proof } = await openDoor(where.place)
    const found = await findSpk(where.place.kind, where.place.word)
    if (found.kind !== 'own' || found.spk.proof === 'none') {
      return leadTo(noticeAddress(where, { kabar: 'kode-perlu' }))
    }
    const limits = { maxBytes: MOST_RETURN_BYTES + FORM_BYTES, maxMs: FORM_MS }
    const { files } = await readFormOrJson(request, limits)
    const pieces = await bytesOf(files.files ?? [])
    await bringBack(await getShop(), { door, files: pieces, kind, proof })
    return leadTo(noticeAddress(where, { kabar: 'terkirim' }))
  } catch (error) {
    return leadRefused(where, error)
  }
}
