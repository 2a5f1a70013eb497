/** What is left until a deadline, as a clock; negative time is zero. */
export const formatRemaining = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

const announcedMinutes = [60, 10, 1]

/** The minutes a screen reader is told about: 60, 10 and 1, each as it is reached. */
export const announcedAt = (milliseconds: number): number | undefined =>
  announcedMinutes.find((minutes) => Math.ceil(milliseconds / 60_000) === minutes)
