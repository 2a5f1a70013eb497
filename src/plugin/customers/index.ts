export { createCustomersCollection, type CustomersOptions } from './collection'
export { findPhone, normalisePhone, whatsappDigits } from './rules'
