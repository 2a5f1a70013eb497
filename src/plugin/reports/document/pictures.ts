import type { FileSubjects } from '../../attachments'
import type { Tx } from '../../kernel/payload'
import type { ReportContent } from '../content'
import type { PrintedPictures } from './buildDocument'

import { findContents, printPicture } from '../../attachments'

/** The pictures of a report as they are printed; without any, nothing is asked. */
export const printPictures = async (
  tx: Pick<Tx, 'rows'>,
  { content, of }: { content: ReportContent; of: FileSubjects },
): Promise<PrintedPictures> => {
  const wanted = new Set(
    content.findings.flatMap(({ pictures = [] }) => pictures.map(({ sha256 }) => sha256)),
  )
  const contents = wanted.size === 0 ? new Map<string, Buffer>() : await findContents(tx, of)
  const printed = new Map<string, Awaited<ReturnType<typeof printPicture>>>()
  for (const [sha256, bytes] of contents) {
    if (wanted.has(sha256)) {
      printed.set(sha256, await printPicture(bytes))
    }
  }
  return printed
}
