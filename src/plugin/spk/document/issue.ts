/** What an issued agreement has beyond its content; a draft has none of it. */
export type SpkIssue = {
  /** Instant of issue; the file claims it as its own. */
  at: Date
  /** Four digits that the customer writes by hand beside the signature. */
  challenge: string
  /** SHA-256 (hex) of the content. */
  contentHash: string
  /** `001/SPK/HZ/XI/2026`, without the revision. */
  number: string
  /** Keyed signature of a text, as eight hex digits. */
  sign: (text: string) => string
  /** Unguessable name of the document in links: base64url. */
  token: string
  /** Address of the shop without path: `https://toko.example`. */
  verifyUrl: string
}
