export { refreshPages, signRefresh } from './refreshPages'
