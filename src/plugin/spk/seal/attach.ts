import { createHash } from 'node:crypto'
import { AFRelationship, type PDFDocument } from 'pdf-lib'

import type { SpkFileFacts } from './verification'

/** A file that goes into the package as it is. */
export type PackageAttachment = {
  bytes: Uint8Array
  /** What it is, in the language of the sheet, e.g. `PDF ber-e-Meterai`. */
  description: string
  mime: string
  /** Plain letters, digits, dots and hyphens; no personal data, e.g. `SPK-HZ-2026-XI-001-r1.pdf`. */
  name: string
}

/** Readers of PDF show the plain form of a name, which has no letters beyond ASCII. */
const PLAIN_NAME = /^\w[\w-]*(?:\.[\w-]+)+$/

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Refuses to seal what nobody meant: bytes that are not those of the record, a name twice or one that
 * readers cannot show. Such a thing is a fault of ours, so it throws a plain error.
 */
export const refuseUnfitAttachments = (
  attachments: readonly PackageAttachment[],
  files: readonly SpkFileFacts[],
): void => {
  const known = new Set(files.map((file) => file.sha256))
  const names = new Set<string>()
  for (const { bytes, name } of attachments) {
    if (!PLAIN_NAME.test(name) || names.has(name)) {
      throw new Error(`An attachment cannot be called “${name}”`)
    }
    if (!known.has(sha256(bytes))) {
      throw new Error(`The bytes of ${name} are not those that the record tells of`)
    }
    names.add(name)
  }
}

/** Puts files into a document, byte by byte as they are. */
export const attachFiles = async (
  pdf: PDFDocument,
  args: { at: Date; attachments: readonly PackageAttachment[] },
): Promise<void> => {
  for (const { bytes, description, mime, name } of args.attachments) {
    await pdf.attach(bytes, name, {
      afRelationship: AFRelationship.Source,
      creationDate: args.at,
      description,
      mimeType: mime,
      modificationDate: args.at,
    })
  }
}
