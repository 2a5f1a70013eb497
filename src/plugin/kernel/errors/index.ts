export { errorCatalogue, type CatalogueRow } from './catalogue'
export {
  DomainError,
  isDomainError,
  isErrorCode,
  type ErrorCode,
  type ErrorDetail,
  type ErrorDetails,
} from './domainError'
export type { Labels, Locale } from './locale'
