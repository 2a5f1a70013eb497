export { clock, type Clock } from './clock'
export { formatDay, formatInstant, formatInstantShort, formatWait } from './format'
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
export { addWorkingTime, isWorkingTime, type OpenHours, type WorkCalendar } from './workingTime'
