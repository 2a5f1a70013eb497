import type { ReportContent, ReportFinding } from '../content'
import type { PrintedPictures } from './buildDocument'

import { loadOnce } from '../../kernel/queue'
import { buildDocument } from './buildDocument'

const loadPdf = loadOnce(() => import('../../kernel/pdf'))

type Write = (text: string) => Promise<string>

const writeFinding = async (finding: ReportFinding, write: Write): Promise<ReportFinding> => ({
  ...finding,
  affected: finding.affected && (await write(finding.affected)),
  description: await write(finding.description),
  recommendation: await write(finding.recommendation),
  remark: finding.remark && (await write(finding.remark)),
  title: await write(finding.title),
})

/** Names come from people who did not know that they would be printed: strange letters are marked. */
const makePrintable = async (content: ReportContent, write: Write): Promise<ReportContent> => ({
  ...content,
  customer: await write(content.customer),
  findings: await Promise.all(content.findings.map((finding) => writeFinding(finding, write))),
  shopName: await write(content.shopName),
  target: content.target && {
    authorisedBy: await write(content.target.authorisedBy),
    domain: await write(content.target.domain),
    hosts: await Promise.all(content.target.hosts.map(write)),
  },
  title: await write(content.title),
})

/** Draws a report; the same content and pictures give the same bytes. */
export const drawReport = async (
  content: ReportContent,
  options: { isDraft: boolean; pictures: PrintedPictures },
): Promise<Uint8Array> => {
  const { drawPdf, markUnknownLetters } = await loadPdf()
  const printable = await makePrintable(content, markUnknownLetters)
  return drawPdf(buildDocument(printable, options))
}

/** Draws a report and encrypts it: only who has the password opens it. */
export const drawSealed = async (
  content: ReportContent,
  { password, pictures }: { password: string; pictures: PrintedPictures },
): Promise<Uint8Array> => {
  const { encryptPdf } = await loadPdf()
  return encryptPdf(await drawReport(content, { isDraft: false, pictures }), password)
}

/** Letters of a text that no report can show. */
export const findUnprintable = async (text: string, font: 'mono' | 'regular'): Promise<string[]> =>
  (await loadPdf()).findUnknownLetters(text, font)
