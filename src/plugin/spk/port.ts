/** Where the stamp goes: mm from the top left corner of the page; pages count from 1. */
export type StampPlace = {
  heightMm: number
  page: number
  widthMm: number
  xMm: number
  yMm: number
}

/** What the office of stamps wants to know of a document. */
export type StampDocument = {
  bytes: Uint8Array
  /** WIB day of the agreement. */
  day: string
  /** Without personal data: it goes to a third party. */
  fileName: string
  number: string
}

/**
 * What came of asking. `unknown`: no answer, or one that says nothing; the same serial is asked
 * about again before another one is bought.
 */
export type StampOutcome<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'rejected'; reason: string }
  | { kind: 'unavailable'; reason: string }
  | { kind: 'unknown'; reason: string }

/** Who affixes e-Meterai for us. A serial is bought before the stamp and used again on every retry. */
export type StampAdapter = {
  balance: () => Promise<StampOutcome<{ left: number }>>
  id: string
  /** Buys a serial: it costs a stamp of the balance. */
  reserveSerial: (
    document: StampDocument,
  ) => Promise<StampOutcome<{ image: string; serial: string }>>
  stamp: (args: {
    document: StampDocument
    /** What `reserveSerial` gave as the stamp's picture. */
    image: string
    isRetry: boolean
    place: StampPlace
    serial: string
  }) => Promise<StampOutcome<{ bytes: Uint8Array }>>
  status: (serial: string) => Promise<StampOutcome<{ isStamped: boolean }>>
}
