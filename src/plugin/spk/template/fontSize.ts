import type { SpkFault } from './fault'

import { LEAST_FONT_SIZE, MOST_FONT_SIZE } from './template'

/** What is said of type that nobody can read, or that no box can hold. */
export const findFontSizeFaults = (fontSize: number): SpkFault<'fontSize'>[] =>
  fontSize >= LEAST_FONT_SIZE && fontSize <= MOST_FONT_SIZE
    ? []
    : [
        {
          code: 'fontSize',
          field: 'fontSize',
          text: {
            id: `Ukuran huruf harus ${LEAST_FONT_SIZE} sampai ${MOST_FONT_SIZE} pt.`,
            en: `The type must be ${LEAST_FONT_SIZE} to ${MOST_FONT_SIZE} pt.`,
          },
        },
      ]
