/** What is put where only whoever controls a domain can put it. */
export type Challenge = {
  domain: string
  /** Path of the file on the domain's own web server. */
  path: string
  /** Full name of the TXT record. */
  record: string
  /** What record or file have to say, to the letter. */
  value: string
}

/** What was seen in one of the two places. Only `found` proves anything. */
export type Sight =
  | 'different'
  | 'found'
  | 'missing'
  | 'noDomain'
  | 'notText'
  | 'privateAddress'
  | 'redirected'
  | 'tooLarge'
  | 'tooSlow'
  | 'unreachable'

/** What one look has seen: in DNS and on the web server. */
export type Look = { dns: Sight; file: Sight }

/** Looks whether a domain shows what it was asked to show. Never throws, never takes longer than seconds. */
export type DomainProver = (challenge: Challenge) => Promise<Look>
