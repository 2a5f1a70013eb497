import { plainWord } from '../../kernel/machine'

/** What is wanted of a service. It is on while nothing speaks against it. */
export const WANTED_WORDS = {
  gone: plainWord('Dihapus', 'Gone'),
  off: plainWord('Mati', 'Off'),
  on: plainWord('Menyala', 'On'),
} as const

/** What is wanted of a service. */
export type Wanted = keyof typeof WANTED_WORDS

/** How a service was seen last. `unknown`: a call was made and nobody has looked since. */
export const OBSERVED_WORDS = {
  absent: plainWord('Belum ada', 'Not there'),
  off: plainWord('Mati', 'Off'),
  on: plainWord('Menyala', 'On'),
  unknown: plainWord('Belum diketahui', 'Unknown'),
} as const

/** How a service was seen last. */
export type Observed = keyof typeof OBSERVED_WORDS
