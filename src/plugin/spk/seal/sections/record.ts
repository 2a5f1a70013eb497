import type { PdfBlock } from '../../../kernel/pdf'

import { formatBytes } from '../../../kernel/bytes'
import { formatDay, formatInstantShort, wibDayOf } from '../../../kernel/time'
import { heading, note, type Sheet, writeHash } from './sheet'

/** What it is, between whom, and where anybody may check it. */
export const buildSummary = ({ facts, words }: Sheet): PdfBlock[] => [
  heading(words.summary),
  {
    kind: 'facts',
    rows: [
      [words.number, facts.number],
      [words.revision, String(facts.revision)],
      [words.provider, facts.provider],
      [words.customer, facts.customer],
      [words.mode, words.modes[facts.mode]],
      [
        words.chainHead,
        `${writeHash(facts.chainHead.hash)} (${words.ofChain(facts.chainHead.seq)})`,
      ],
      [words.verify, facts.verifyUrl],
    ],
  },
  note(words.verifyNote),
]

/** Fingerprints of everything that was kept. */
export const buildFiles = ({ facts, locale, words }: Sheet): PdfBlock[] => [
  heading(words.files),
  {
    columns: [
      { head: words.file, width: 3 },
      { head: 'SHA-256', width: 5.5 },
      { head: words.at, width: 3 },
    ],
    kind: 'table',
    rows: [
      [words.content, writeHash(facts.contentSha256), ''],
      ...facts.files.map(({ at, kind, pages, sha256, size }) => {
        const measures = [pages === null ? '' : words.pages(pages), formatBytes(size, locale)]
        const told = measures.filter((each) => each !== '').join(', ')
        return [
          `${words.fileKinds[kind]}\n${told}`,
          writeHash(sha256),
          formatInstantShort(at, locale),
        ]
      }),
    ],
  },
]

/** How much of a link's hash tells it from all others of one agreement. */
const LINK_LETTERS = 16

/** Everything that happened, one line each. */
export const buildEvents = ({ facts, locale, words }: Sheet): PdfBlock[] => [
  heading(words.events),
  {
    columns: [
      { align: 'right', head: '#', width: 1 },
      { head: words.at, width: 3.4 },
      { head: words.event, width: 5 },
      { head: words.by, width: 4 },
    ],
    kind: 'table',
    rows: facts.events.map(({ at, by, from, hash, seq, what }) => [
      String(seq),
      formatInstantShort(at, locale),
      hash === null ? what[locale] : `${what[locale]}\n${hash.slice(0, LINK_LETTERS)}`,
      from === null ? by : `${by}\n${from[locale]}`,
    ]),
  },
]

/** What the seal proves and what it does not. */
export const buildSealNote = ({ facts, locale, words }: Sheet): PdfBlock[] => {
  const { fingerprint, isSelfSigned, issuer, subject, validUntil } = facts.seal
  return [
    heading(words.seal),
    { kind: 'paragraph', text: isSelfSigned ? words.sealSelf : words.sealByOther(issuer) },
    {
      kind: 'facts',
      rows: [
        [words.subject, subject],
        [words.issuer, issuer],
        [words.fingerprint, writeHash(fingerprint)],
        [words.validUntil, formatDay(wibDayOf(validUntil), locale)],
      ],
    },
  ]
}
