export { sql } from '@payloadcms/db-postgres/drizzle'
export type { SQL } from '@payloadcms/db-postgres/drizzle'
export * from './access'
export { answerBadInput } from './badInput'
export { refuseInHook } from './refuseInHook'
export * from './clamp'
export { resolveClientAddress } from './clientAddress'
export { getAdapter, queryRows, statementsOn } from './database'
export { defineStatement, type Filled } from './statement'
export * from './fields'
export {
  defineEndpoint,
  type EndpointAccess,
  type EndpointCall,
  type EndpointDefinition,
  parseInput,
  PRIVATE,
  refuseInWords,
} from './endpoint'
export { type DocumentedEndpoint, type EndpointDoc, findEndpointDoc } from './endpointDoc'
export { errorResponse, type PublicError, resolveLocale, resolvePanelLocale } from './errorResponse'
export { buildFirstEvents, fireEvent, fireEventAtOnce, type FiredEvent } from './fireEvent'
export { GUARD_STATEMENTS } from './guards'
export { keepTimes, withKeptTimes } from './keepTimes'
export { answerMissingFile } from './missingFile'
export { createLateLogger, createShopLogger, type LateLogger } from './logger'
export * from './login'
export { idArray, idList, isRowId, newId } from './ids'
export { type NamedRate, type RateLimit, takeAddressToken, takeRateToken } from './rateLimit'
export { guardRest, type RestHandler } from './restGuard'
export { readBytes, readFormOrJson, readPanelForm, readText, type SentForm } from './requestBody'
export * from './slugs'
export {
  defineMoveEndpoint,
  moveControls,
  type MoveDoor,
  noteOf,
  staffActor,
  type StaffMove,
  type StaffMoved,
  staffMovesOf,
} from './staffMove'
export { keepPoolWhole } from './pool'
export { stateField } from './stateField'
export {
  type Actor,
  insertTransition,
  noteTransitions,
  SYSTEM,
  type TransitionNote,
} from './transitionRow'
export { createTransitionsCollection } from './transitions'
export {
  findSqlConstraint,
  findSqlState,
  runInTransaction,
  statementsOf,
  type Tx,
  withRetries,
} from './transaction'
export { itemRelations, itemTitleField, stateWordField } from './itemFields'
export { addPanelView, extendPanel, type PanelView } from './panelView'
export { addWidgets, type PanelWidget } from './widgets'
export { defineRuntime } from './runtime'
export { type CollectionCopy, RECORDS_GROUP, systemCollection } from './systemCollection'
