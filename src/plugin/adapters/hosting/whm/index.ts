export { createWhmDriver } from './createWhmDriver'
