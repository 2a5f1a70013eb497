export { redactDeep } from './redactDeep'
export { redactText } from './redactText'
