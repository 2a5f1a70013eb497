/** What may be written or stuck into a box of the page, and by whom. */
export type BoxKind = 'challenge' | 'date' | 'initial' | 'meterai' | 'signature'

/** A box on a page, in mm from its top left corner; pages count from 1. */
export type SpkBox = {
  heightMm: number
  kind: BoxKind
  page: number
  party: 'customer' | 'provider'
  widthMm: number
  xMm: number
  yMm: number
}

/**
 * A QR code of ours on a page: what it says and where, in mm from the top left corner. The measures are
 * those of its black and white; four modules of quiet lie around them.
 */
export type SpkQr = { page: number; payload: string; sizeMm: number; xMm: number; yMm: number }

/** Where everything stands in an issued document: what later looks at a scan go by. */
export type SpkLayout = {
  boxes: SpkBox[]
  /**
   * `textHash` is the SHA-256 (hex) of the page's letters in the order in which they stand in the file,
   * without white space: readers of PDF part words differently, but read the same letters.
   */
  pages: { heightMm: number; textHash: string; widthMm: number }[]
  qr: SpkQr[]
}
