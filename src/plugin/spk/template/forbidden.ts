import type { Labels } from '../../kernel/errors'

/** Kinds of sentences that a standard clause may not hold (UU 8/1999 Pasal 18). */
export type ForbiddenKind =
  | 'exoneration'
  | 'newRules'
  | 'noRefund'
  | 'powerOfAttorney'
  | 'reducedBenefit'
  | 'security'
  | 'unilateralChange'

/** A sentence that denies what follows is no claim to it: 'tidak berhak mengubah …'. */
const NOT_DENIED = String.raw`(?<!\b(?:tidak|bukan|tanpa|dilarang|not|never|neither|nor)\s(?:pernah\s|akan\s|lagi\s)?)`

const REST = String.raw`[^.;\n]{0,200}?\b`

const CHANGE = String.raw`(?:mengubah|merubah|mengganti|menambah|menyesuaikan|menaikkan)`

const PATTERNS: Readonly<Record<ForbiddenKind, readonly string[]>> = {
  exoneration: [
    String.raw`\btidak (?:dapat )?(?:akan )?(?:bertanggung ?jawab|dimintai pertanggungjawaban)\b`,
    String.raw`(?:dibebaskan|bebas|lepas|melepaskan|membebaskan)\b${REST}dari\b${REST}(?:tanggung ?jawab|tuntutan|gugatan|ganti rugi)`,
    String.raw`${NOT_DENIED}\b(?:mengalihkan|pengalihan) (?:seluruh |segala )?tanggung ?jawab`,
    String.raw`\b(?:is|are|shall be|will be|be held) not (?:be )?(?:liable|responsible)\b`,
    String.raw`\b(?:shall|will) not be (?:liable|responsible)\b`,
    String.raw`\bexempt(?:ed)? from (?:all |any )?liability\b`,
  ],
  newRules: [
    String.raw`\b(?:tunduk|patuh|mengikuti|menyetujui)\b${REST}(?:peraturan|aturan|ketentuan|syarat)\b${REST}(?:baru|tambahan|lanjutan|di kemudian hari)\b`,
  ],
  noRefund: [
    String.raw`\b(?:tidak (?:dapat|bisa|akan)|berhak menolak|menolak)\b${REST}(?:dikembalikan|pengembalian|penyerahan kembali|diminta kembali|mengembalikan)`,
    String.raw`\bhangus\b`,
    String.raw`\bnon-?refundable\b`,
  ],
  powerOfAttorney: [
    String.raw`\bkuasa\b${REST}(?:sepihak|tidak dapat dicabut|tidak dapat ditarik)`,
  ],
  reducedBenefit: [
    String.raw`${NOT_DENIED}\b(?:berhak|dapat|boleh)\b${REST}mengurangi\b${REST}(?:manfaat|layanan|kegunaan|harta)`,
  ],
  security: [
    String.raw`\b(?:membebankan|memberikan|menyerahkan)\b${REST}(?:hak tanggungan|hak gadai|hak jaminan)`,
  ],
  unilateralChange: [
    String.raw`\bsewaktu[- ]waktu${REST}(?:${CHANGE}|diubah|berubah)`,
    String.raw`${NOT_DENIED}\b(?:berhak|dapat|boleh|berwenang)\b${REST}${CHANGE}\b${REST}(?:sewaktu[- ]waktu|kapan (?:saja|pun)|sepihak|tanpa (?:\w+ )?(?:persetujuan|pemberitahuan|izin))`,
    String.raw`\b(?:secara sepihak|tanpa (?:\w+ )?(?:persetujuan|pemberitahuan))\b${REST}${NOT_DENIED}\b(?:berhak|dapat|boleh)\b${REST}${CHANGE}`,
    String.raw`\bmay\b(?! not\b)${REST}(?:change|amend|modify|vary)\b${REST}(?:at any time|without (?:prior |any )?(?:notice|consent))`,
    String.raw`\bmay at any time\b${REST}(?:change|amend|modify|vary)\b`,
  ],
}

const COMPILED = Object.entries(PATTERNS).flatMap(([kind, patterns]) =>
  patterns.map((each) => ({ kind: kind as ForbiddenKind, pattern: new RegExp(each, 'iu') })),
)

/** What is wrong with each kind, for those who write clauses. */
export const FORBIDDEN_TEXTS: Readonly<Record<ForbiddenKind, Labels>> = {
  exoneration: {
    id: 'mengalihkan atau menghapus tanggung jawab pelaku usaha',
    en: 'shifts or removes the liability of the business',
  },
  newRules: {
    id: 'menundukkan konsumen pada aturan baru yang dibuat sepihak',
    en: 'binds the consumer to new rules made by one side',
  },
  noRefund: {
    id: 'menolak pengembalian uang tanpa pengecualian',
    en: 'refuses refunds without exception',
  },
  powerOfAttorney: {
    id: 'memberi kuasa kepada pelaku usaha untuk bertindak sepihak',
    en: 'empowers the business to act alone',
  },
  reducedBenefit: {
    id: 'memberi hak mengurangi manfaat layanan',
    en: 'lets the business reduce what was bought',
  },
  security: {
    id: 'membebankan hak jaminan atas barang yang diangsur',
    en: 'takes security on what is bought in instalments',
  },
  unilateralChange: {
    id: 'memberi hak mengubah perjanjian secara sepihak',
    en: 'lets one side change the agreement alone',
  },
}

/** Sentences that may not stand in a clause, with the words that gave them away; each kind once. */
export const findForbidden = (text: string): { kind: ForbiddenKind; phrase: string }[] => {
  // Odd blanks must not hide a sentence.
  const plain = text.normalize('NFKC').replaceAll(/[^\S\n]+/g, ' ')
  const found = COMPILED.flatMap(({ kind, pattern }) => {
    const phrase = pattern.exec(plain)?.[0]
    return phrase === undefined ? [] : [{ kind, phrase }]
  })
  return found.filter(({ kind }, at) => found.findIndex((other) => other.kind === kind) === at)
}
