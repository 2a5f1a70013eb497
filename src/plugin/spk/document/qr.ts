import { createHash } from 'node:crypto'
import { create } from 'qrcode'

import type { PdfRun } from '../../kernel/pdf'

/** What a code of ours says: which document, which page, and that we said so. */
export type QrMark = {
  /** Eight hex digits: the keyed signature of `buildSignedText`. */
  mark: string
  page: number
  token: string
}

const trimSlash = (url: string): string => url.replace(/\/+$/, '')

/** The address in a code; it says nothing of the customer. */
export const buildQrPayload = ({ mark, page, token, verifyUrl }: { verifyUrl: string } & QrMark) =>
  `${trimSlash(verifyUrl)}/v/${token}?p=${page}&h=${mark}`

const REST = /^\/v\/([\w-]{16,64})\?p=([1-9]\d{0,2})&h=([0-9a-f]{8})$/

/** Reads a code of a shop; null for what is not one of ours, letter by letter. */
export const readQrPayload = (
  text: string,
  { verifyUrl }: { verifyUrl: string },
): null | QrMark => {
  const base = trimSlash(verifyUrl)
  const [, token, page, mark] = (text.startsWith(base) && REST.exec(text.slice(base.length))) || []
  return token && page && mark ? { mark, page: Number(page), token } : null
}

/** What the mark of a code signs: another page, text or document is another mark. */
export const buildSignedText = (of: { page: number; textHash: string; token: string }): string =>
  `${of.token}|${of.page}|${of.textHash}`

/** SHA-256 (hex) of the letters of a page in their order; white space counts for nothing. */
export const hashPageText = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('').replaceAll(/\s+/g, '')).digest('hex')

/** The black of a code, and how many modules its side has. */
export const drawQr = (payload: string): { runs: PdfRun[]; side: number } => {
  const { modules } = create(payload, { errorCorrectionLevel: 'Q' })
  const runs: PdfRun[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const from = column
      while (column < modules.size && modules.get(row, column)) {
        column++
      }
      if (column > from) {
        runs.push({ cells: column - from, column: from, row })
      }
    }
  }
  return { runs, side: modules.size }
}
