import { addDays, type WibDay } from '../../kernel/time'

/** The days of an analysis, as staff set them. */
export type AnalysisDates = {
  /** By the end of this day the report is to be there. */
  readyOn: WibDay
  startsOn: WibDay
}

/** Nobody plans further ahead than this. */
const FURTHEST_DAYS = 365

/** What is wrong with the days, and with which; undefined when nothing is. */
export const findDateFault = (
  { readyOn, startsOn }: AnalysisDates,
  today: WibDay,
):
  | { code: 'scope.badDate'; field: 'readyOn' | 'startsOn' }
  | { code: 'scope.readyBeforeStart'; field: 'readyOn' }
  | undefined => {
  const furthest = addDays(today, FURTHEST_DAYS)
  if (startsOn < today || startsOn > furthest) {
    return { code: 'scope.badDate', field: 'startsOn' }
  }
  if (readyOn < startsOn) {
    return { code: 'scope.readyBeforeStart', field: 'readyOn' }
  }
  return readyOn > furthest ? { code: 'scope.badDate', field: 'readyOn' } : undefined
}
