import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { findDraft, picturesOfDelivery } from '../content'
import { drawReport } from '../document/drawReport'
import { printPictures } from '../document/pictures'
import { nameFile } from '../rules'
import { buildContent } from './issueReport'

/**
 * The report as it would be issued now, not encrypted, with a word across every page that says that it
 * is not final. For staff.
 *
 * @throws DomainError `notFound`
 */
export const previewReport = async (
  payload: Payload,
  fulfilmentId: string,
): Promise<{ bytes: Uint8Array; filename: string }> => {
  const statements = statementsOn(payload)
  const draft = await findDraft(statements, fulfilmentId)
  if (draft?.kind !== 'security-analysis') {
    throw new DomainError('notFound')
  }
  const about = { draft, fulfilmentId, issuedAt: clock.now(), revision: 0 }
  const content = await buildContent({ payload, rows: statements.rows }, about)
  const { locale, order: number } = draft
  const filename = nameFile({ locale, number, revision: 0 })
  const of = picturesOfDelivery(fulfilmentId)
  const pictures = await printPictures(statements, { content, of })
  return { bytes: await drawReport(content, { isDraft: true, pictures }), filename }
}
