/** One measured figure, as `--json` writes it. */
export type Figure = {
  baseline?: number
  detail?: string
  name: string
  ok: boolean
  seed: number
  /** The bar in words, such as `≥ 150`; `–` when the figure is only reported. */
  target: string
  unit: string
  value: number
}

/** A figure before the run's seed is known; the bar decides whether it is good enough. */
export type Measured = Omit<Figure, 'ok' | 'seed' | 'target'> & { bar?: Bar }

/** What a figure must reach. */
export type Bar = { is: 'atLeast' | 'atMost' | 'equal'; value: number }

/** At least `value`. */
export const atLeast = (value: number): Bar => ({ is: 'atLeast', value })

/** At most `value`. */
export const atMost = (value: number): Bar => ({ is: 'atMost', value })

/** Exactly `value`. */
export const equal = (value: number): Bar => ({ is: 'equal', value })

const signs: Record<Bar['is'], string> = { atLeast: '≥', atMost: '≤', equal: '=' }

/** NaN (nothing measured) meets no bar. */
const meets = (value: number, bar: Bar): boolean => {
  if (bar.is === 'equal') {
    return value === bar.value
  }
  return bar.is === 'atLeast' ? value >= bar.value : value <= bar.value
}

/** Judges a measured figure. */
export const judge = ({ bar, ...measured }: Measured, seed: number): Figure => ({
  ...measured,
  ok: bar ? meets(measured.value, bar) : Number.isFinite(measured.value),
  seed,
  target: bar ? `${signs[bar.is]} ${bar.value}` : '–',
})
