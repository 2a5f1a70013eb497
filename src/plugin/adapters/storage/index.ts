import type { FileStore } from '../../kernel/files'
import type { StorageOptions } from './options'

import { createBucketStore } from './bucket'
import { createFolderStore } from './folder'

export type { StorageOptions } from './options'

/** The store that a shop has chosen. */
export const createFileStore = (options: StorageOptions): FileStore =>
  options.kind === 'folder' ? createFolderStore(options.folder) : createBucketStore(options)
