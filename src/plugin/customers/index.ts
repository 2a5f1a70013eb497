export { createCustomersCollection, type CustomersOptions } from './collection'
export { askForCustomerLink } from './passwordLink'
export { changeProfile, type CustomerProfile, findCustomer } from './profile'
export { createCustomerEndpoints, openAccount, registerTask } from './register'
export { findPhone, MIN_PASSWORD_LENGTH, normalisePhone, whatsappDigits } from './rules'
export {
  isPasswordLinkAlive,
  logCustomerIn,
  logCustomerOut,
  type SessionCookie,
  setCustomerPassword,
  type Visit,
} from './session'
