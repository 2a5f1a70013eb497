/** A time of day as people write it in settings: `09:00`, `23:30`. */
export const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Milliseconds after midnight of a {@link CLOCK_TIME}. */
export function clockMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
