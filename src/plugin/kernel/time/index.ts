export { clock, type Clock } from './clock'
export { formatDay, formatInstant, formatInstantShort } from './format'
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
