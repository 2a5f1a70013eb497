export { createHestiaDriver } from './createHestiaDriver'
