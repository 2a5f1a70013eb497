import { type SQL, sql } from '../../kernel/payload'

/** One file that a buyer may fetch. */
export type PublicFile = {
  /** What is new in this version; absent when nothing was written. */
  changelog?: string
  /** Asked for when a link is wanted. */
  id: string
  name: string
  /** Hexadecimal; absent until the file is ready. */
  sha256?: string
  /** Bytes; absent until the file is ready. */
  size?: number
  state: 'preparing' | 'ready'
  /** How often it can still be fetched. */
  timesLeft: number
  version: string
}

/** What a paid item lets its buyer fetch. */
export type PublicDownloads = {
  /** The newest version first. */
  files: PublicFile[]
  /** Where the password is to be had: on the page, by the account's password, or by WhatsApp alone. */
  passwordBy: 'account' | 'whatsapp'
  state: 'active' | 'expired' | 'revoked'
  validUntil: string
}

/** What {@link selectDownloads} reads. */
export type DownloadsRow = {
  files: {
    changelog: null | string
    filename: null | string
    folder: string
    id: string
    sha256: null | string
    size: null | number
    state: string
    timesLeft: number
    version: string
  }[]
  hasAccount: boolean
  state: string
  validUntil: string
}

const CHANGELOG = sql`(select changelog from releases_locales where _parent_id = r.id
  and _locale::text in (o.locale, 'id') and coalesce(changelog, '') <> ''
  order by (_locale::text = o.locale) desc limit 1)`

const FILES = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'state', p.state,
    'filename', p.filename, 'folder', i.product_slug || '-' || r.version, 'size', p.size,
    'sha256', p.sha256, 'version', r.version, 'changelog', ${CHANGELOG},
    'timesLeft', p.allowed - p.used) order by r.published_at desc, r.id desc), '[]')
  from packages p join releases r on r.id = p.release_id where p.entitlement_id = e.id)`

/**
 * What may be fetched of an order item `i` of an order `o`, as a JSON expression: a
 * {@link DownloadsRow}, or null.
 */
export const selectDownloads = (): SQL => sql`(select json_build_object('state', e.state,
    'validUntil', e.valid_until, 'hasAccount', o.customer_id is not null, 'files', ${FILES})
  from entitlements e where e.order_item_id = i.id)`

const toFile = (row: DownloadsRow['files'][number]): PublicFile => {
  const { changelog, filename, folder, id, sha256, size, state, timesLeft, version } = row
  const isReady = state === 'ready'
  return {
    ...(changelog ? { changelog } : {}),
    id,
    name: filename ?? `${folder}.zip`,
    ...(isReady && sha256 && size !== null ? { sha256, size } : {}),
    state: isReady ? 'ready' : 'preparing',
    timesLeft,
    version,
  }
}

/** The projection of a right that its buyer may see; null when there is none. */
export const toPublicDownloads = (row: DownloadsRow | null, now: Date): null | PublicDownloads => {
  if (!row) {
    return null
  }
  const { files, hasAccount, state, validUntil } = row
  const isOver = new Date(validUntil) <= now
  return {
    // What was removed because its time was over is not being prepared.
    files: state === 'active' ? files.filter((file) => file.state !== 'removed').map(toFile) : [],
    passwordBy: hasAccount ? 'account' : 'whatsapp',
    state: state === 'active' ? (isOver ? 'expired' : 'active') : 'revoked',
    validUntil: new Date(validUntil).toISOString(),
  }
}
