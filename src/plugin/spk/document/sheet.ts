/** A4 as the agreement uses it; everything in mm from the top left corner. */
export const SHEET = { heightMm: 297, widthMm: 210 } as const

/** What is read lies inside these; heads, feet and codes lie outside. */
export const MARGINS = { bottom: 38, left: 25, right: 20, top: 39 } as const

/** Room of what is read. */
export const TEXT_WIDTH = SHEET.widthMm - MARGINS.left - MARGINS.right

/**
 * Measured: codes of 22 mm are read at 100 dpi, and two of them far apart locate a box to a quarter of a
 * millimetre. They keep 10 mm from the edge, which every printer reaches.
 */
export const QR = {
  places: [
    { xMm: 12, yMm: 265 },
    { xMm: 176, yMm: 10 },
  ],
  sizeMm: 22,
} as const
