import type { PdfBlock, PdfDocument, PdfPicture } from '../../kernel/pdf'
import type { ReportContent, ReportFinding } from '../content'

import { formatDay, formatInstant, wibDayOf } from '../../kernel/time'
import { countSeverities, FINDING_STATUSES, nameFinding, namePicture, SEVERITIES } from '../rules'
import { REPORT_WORDS, type ReportWords } from './words'

/** The pictures of a report as they are printed, by the SHA-256 of what was kept. */
export type PrintedPictures = ReadonlyMap<string, PdfPicture>

type Drawn = { content: ReportContent; pictures: PrintedPictures; words: ReportWords }

/** Which revision it is; what was not issued is none. */
const nameRevision = ({ content: { revision }, words }: Drawn): string =>
  revision === 0 ? words.watermark : `${words.revision} ${revision}`

const rate = (cvss: number, locale: 'en' | 'id'): string => {
  const text = cvss.toFixed(1)
  return locale === 'id' ? text.replace('.', ',') : text
}

const factsOf = ({ content, words }: Drawn): PdfBlock => {
  const { customer, issuedAt, locale, order, revision, target, title } = content
  return {
    kind: 'facts',
    rows: [
      [words.order, `${order} · ${title}`],
      [words.customer, customer],
      [words.revision, revision === 0 ? words.watermark : String(revision)],
      [words.date, formatInstant(new Date(issuedAt), locale)],
      ...(target
        ? ([
            [words.target, target.domain],
            ...(target.hosts.length > 0 ? [[words.hosts, target.hosts.join(', ')] as const] : []),
            [words.allowedBy, target.authorisedBy],
          ] as const)
        : []),
    ],
  }
}

const tableOf = ({ content, words }: Drawn): PdfBlock => ({
  columns: [
    { head: words.number, width: 10 },
    { head: words.finding, width: 45 },
    { head: words.severity, width: 19 },
    { align: 'right', head: words.cvss, width: 10 },
    { head: words.status, width: 19 },
  ],
  kind: 'table',
  rows: content.findings.map(({ cvss, number, severity, status, title }) => [
    nameFinding(number),
    title,
    { chip: SEVERITIES[severity].colour, text: SEVERITIES[severity].label[content.locale] },
    cvss === null ? '–' : rate(cvss, content.locale),
    FINDING_STATUSES[status][content.locale],
  ]),
})

const overviewOf = (drawn: Drawn): PdfBlock[] => {
  const { content, words } = drawn
  const { findings, locale, noFindings } = content
  if (findings.length === 0) {
    return [
      { kind: 'heading', level: 1, text: words.findings },
      { kind: 'paragraph', text: noFindings ?? '' },
    ]
  }
  const settled = findings.filter(({ status }) => status !== 'open').length
  const bars = countSeverities(findings).map(({ count, severity }) => {
    const { colour, label } = SEVERITIES[severity]
    return { colour, label: label[locale], value: count }
  })
  return [
    {
      blocks: [
        { kind: 'heading', level: 1, text: words.list },
        { bars, kind: 'bars' },
        { kind: 'paragraph', text: words.ofTotal(settled, findings.length) },
        { kind: 'paragraph', text: words.legend, tone: 'muted' },
      ],
      kind: 'together',
    },
    tableOf(drawn),
  ]
}

const partOf = (head: string, text: null | string, kind: 'paragraph' | 'verbatim'): PdfBlock[] =>
  text
    ? [
        { kind: 'heading', level: 3, text: head },
        { kind, text },
      ]
    : []

const picturesOf = ({ pictures, words }: Drawn, finding: ReportFinding): PdfBlock[] =>
  (finding.pictures ?? []).map(({ caption, sha256 }, at) => {
    const picture = pictures.get(sha256)
    const name = namePicture(finding.number, at + 1)
    if (!picture) {
      throw new Error(`Picture ${name} is not there`)
    }
    return { caption: `${words.picture} ${name}: ${caption}`, kind: 'picture', picture }
  })

const evidenceOf = (drawn: Drawn, finding: ReportFinding): PdfBlock[] => {
  const head = drawn.words.evidence
  const text = partOf(head, finding.evidence, 'verbatim')
  const shown = picturesOf(drawn, finding)
  return text.length === 0 && shown.length > 0
    ? [{ kind: 'heading', level: 3, text: head }, ...shown]
    : [...text, ...shown]
}

const findingOf = (drawn: Drawn, finding: ReportFinding): PdfBlock[] => {
  const { content, words } = drawn
  const { locale } = content
  const { affected, cvss, number, severity, status, title } = finding
  const { colour, label } = SEVERITIES[severity]
  return [
    {
      chip: { colour, text: label[locale] },
      kind: 'heading',
      level: 2,
      text: `${nameFinding(number)} · ${title}`,
    },
    {
      kind: 'facts',
      rows: [
        ...(affected ? [[words.affected, affected] as const] : []),
        ...(cvss === null ? [] : [[words.cvss, rate(cvss, locale)] as const]),
        [words.status, FINDING_STATUSES[status][locale]],
      ],
    },
    ...partOf(words.description, finding.description, 'paragraph'),
    ...evidenceOf(drawn, finding),
    ...partOf(words.recommendation, finding.recommendation, 'paragraph'),
    ...partOf(words.remark, finding.remark, 'paragraph'),
  ]
}

const blocksOf = (drawn: Drawn): PdfBlock[] => {
  const { content, words } = drawn
  const { findings, issuedAt, locale, method, shopName, summary, target } = content
  const day = formatDay(wibDayOf(new Date(issuedAt)), locale)
  const about = target?.domain ?? content.title
  return [
    {
      kicker: shopName.toUpperCase(),
      kind: 'cover',
      subtitle: `${about} · ${nameRevision(drawn)} · ${day}`,
      title: words.title,
    },
    factsOf(drawn),
    { kind: 'paragraph', text: words.notice, tone: 'muted' },
    { kind: 'heading', level: 1, text: words.summary },
    { kind: 'paragraph', text: summary },
    ...(method
      ? ([
          { kind: 'heading', level: 1, text: words.method },
          { kind: 'paragraph', text: method },
        ] as const)
      : []),
    ...overviewOf(drawn),
    ...(findings.length > 0
      ? ([{ kind: 'newPage' }, { kind: 'heading', level: 1, text: words.findings }] as const)
      : []),
    ...findings.flatMap((finding) => findingOf(drawn, finding)),
  ]
}

/** A report as a document; `isDraft` writes across every page that it is not final. */
export const buildDocument = (
  content: ReportContent,
  { isDraft, pictures = new Map() }: { isDraft: boolean; pictures?: PrintedPictures },
): PdfDocument => {
  const { issuedAt, locale, order, shopName } = content
  const words = REPORT_WORDS[locale]
  const drawn = { content, pictures, words }
  return {
    author: shopName,
    blocks: blocksOf(drawn),
    createdAt: new Date(issuedAt),
    footer: `${order} · ${nameRevision(drawn)} · ${words.confidential}`,
    language: locale === 'en' ? 'en-GB' : 'id-ID',
    pageLabel: words.page,
    title: `${words.title} · ${order}`,
    ...(isDraft ? { watermark: words.watermark } : {}),
  }
}
