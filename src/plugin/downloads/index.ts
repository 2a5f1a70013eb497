export { issueLink } from './actions/issueLink'
export { resendAccess } from './actions/resendAccess'
export { revealPassword } from './actions/revealPassword'
export { revokeEntitlements } from './actions/revokeEntitlements'
export { downloadsAnswer } from './answers'
export {
  createDownloadsCollection,
  createEntitlementsCollection,
  createPackagesCollection,
} from './collections'
export { downloadDesk } from './desk'
export { createDownloadEndpoints, deviceOf } from './endpoints'
export { DOWNLOAD_STATEMENTS } from './guards'
export { prepareJob } from './jobs'
export { entitlementMachine, packageMachine } from './machine'
export { isStillEntitled, revealInMessage } from './messages'
export {
  type DownloadsRow,
  type PublicDownloads,
  type PublicFile,
  selectDownloads,
  toPublicDownloads,
} from './queries/publicDownloads'
export { createReleasesCollection } from './releases/collection'
export { createReleaseFilesCollection } from './releases/files'
export { publishRelease } from './releases/publishRelease'
export { downloadsRuntime } from './runtime'
export { downloadOptions, type DownloadOptions } from './schema'
export { announceTask, buildTask, clearCron, clearTask, prepareTask, receiveTask } from './tasks'
export { ENTITLEMENT_TIMELINE } from './timeline'
