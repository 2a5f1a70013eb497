export { clock, type Clock } from './clock'
export { CLOCK_TIME, clockMs } from './clockTime'
export {
  formatClock,
  formatDay,
  formatDayShort,
  formatInstant,
  formatInstantShort,
  formatSpan,
  formatWait,
  formatWeekday,
} from './format'
export {
  addDays,
  addMonths,
  daysBetween,
  endOfWibDay,
  partsOfDay,
  startOfWibDay,
  wibDay,
  wibDayOf,
  type WibDay,
} from './wibDay'
export { spellDay } from './words'
export {
  addWorkingTime,
  isWorkingTime,
  type OpenHours,
  subtractWorkingTime,
  weekdayOf,
  type WorkCalendar,
} from './workingTime'
