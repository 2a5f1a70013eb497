export { assertAccessDeclared, findAccessFaults } from './accessDeclared'
export * from './accessRules'
export { refuseBulkChange } from './bulk'
export { closeHostCollections } from './hostCollections'
