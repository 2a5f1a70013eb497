export { createCustomersCollection, type CustomersOptions } from './collection'
export { createCustomerEndpoints, registerTask } from './register'
export { findPhone, normalisePhone, whatsappDigits } from './rules'
