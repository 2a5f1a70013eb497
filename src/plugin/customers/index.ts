export { createCustomersCollection, type CustomersOptions } from './collection'
export { askForCustomerLink } from './passwordLink'
export { changeProfile, type CustomerProfile, findCustomer } from './profile'
export { assertHimself, findCustomerOf, type KnownCustomer } from './proof'
export { createCustomerEndpoints, openAccount, registerTask } from './register'
export { findPhone, MIN_PASSWORD_LENGTH, normalisePhone, whatsappDigits } from './rules'
export { typedEmail, typedName, typedPhone } from './schema'
export {
  isPasswordLinkAlive,
  logCustomerIn,
  logCustomerOut,
  type SessionCookie,
  setCustomerPassword,
  type Visit,
} from './session'
