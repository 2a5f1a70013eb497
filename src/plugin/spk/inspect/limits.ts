/** What a file that somebody sends may be. Every number can be set; these are the defaults. */
export type InspectLimits = {
  /** Bytes that all streams may come to when they are unpacked. */
  inflatedBytes: number
  /** Bytes of one file as it comes in. */
  fileBytes: number
  /**
   * Points (1/72 inch) of a page's shorter and longer side. Apps of telephones write a pixel as a point: what
   * is drawn of a page is bounded by pixels (`LONGEST` of `evidence/raster`), whatever its points.
   */
  pageSide: { least: number; most: number }
  /** Pages, whatever the document had. */
  pages: number
  /** Pages beyond those that were issued. */
  pagesExtra: number
  /** Pixels of one image, and square points of one page. */
  pixels: number
  /** Memory that the inspecting process may hold, in bytes: while it looks whether to open, and later. */
  rssBytes: { all: number; look: number }
  /**
   * Seconds that everything may work, and that one step may: the first look, and then each page. A machine
   * under load makes a step longer, but not more work; by the clock four times `all` is the end.
   */
  seconds: { all: number; step: number }
  /** Bytes that one stream may come to when it is unpacked: a picture, and anything else. */
  streamBytes: { other: number; picture: number }
}

const MB = 1_000_000

/** Defaults; measured on scans of up to 600 dpi and on bombs. */
export const INSPECT_LIMITS: InspectLimits = {
  fileBytes: 15 * MB,
  inflatedBytes: 256 * MB,
  pageSide: { least: 200, most: 10_000 },
  pages: 40,
  pagesExtra: 5,
  pixels: 60 * MB,
  rssBytes: { all: 640 * MB, look: 250 * MB },
  seconds: { all: 30, step: 4 },
  streamBytes: { other: 12 * MB, picture: 64 * MB },
}
