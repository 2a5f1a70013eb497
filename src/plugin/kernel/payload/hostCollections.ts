import type { Collection, Payload } from 'payload'

import { allOf, isStaff, nobody, type RowRule } from './accessRules'
import { clampLimit } from './clamp'
import { keepTimes } from './keepTimes'

/** What Payload adds after all plugins have run, and leaves to "any logged-in user". */
const HOST_COLLECTIONS = ['payload-locked-documents', 'payload-migrations', 'payload-preferences']

const OPERATIONS = ['create', 'delete', 'read', 'update'] as const

/** Payload mounts `/versions` on every collection; where there are none, whoever passes crashes it. */
const closeMissingVersions = (config: Collection['config']): void => {
  if (!config.versions) {
    config.access.readVersions = nobody
  }
}

/**
 * Narrows Payload's own collections to staff: else a customer could lock a product so that no editor
 * can save it. Payload's own rules still count on top, such as "only the own preferences". Reads are
 * bounded and times kept like those of all collections. Call it once, in `onInit`: earlier they do not exist.
 */
export const closeHostCollections = (payload: Payload): void => {
  const collections: Record<string, Collection | undefined> = payload.collections
  for (const { config } of Object.values(payload.collections)) {
    closeMissingVersions(config)
  }
  for (const slug of HOST_COLLECTIONS) {
    const config = collections[slug]?.config
    const access: Partial<Record<string, RowRule>> = config?.access ?? {}
    for (const operation of OPERATIONS) {
      access[operation] = allOf(isStaff, access[operation] ?? isStaff)
    }
    config?.hooks.beforeOperation.push(clampLimit)
    config?.hooks.beforeChange.push(keepTimes)
  }
}
