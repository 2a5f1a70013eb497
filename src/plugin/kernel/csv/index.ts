export { type Column, toCsv } from './toCsv'
