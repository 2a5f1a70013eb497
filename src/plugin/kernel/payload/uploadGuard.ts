import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

/** What anybody may send as a form, in bytes: the panel's own forms are far smaller. */
const SMALL = 1_000_000

const isForm = ({ headers }: Request): boolean =>
  headers.get('content-type')?.toLowerCase().startsWith('multipart/') ?? false

const sizeOf = ({ headers }: Request): number => {
  const length = headers.get('content-length')
  // Who does not say how much it is may send anything.
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : Infinity
}

/** Why a form is not even read. */
type UploadFault = 'stranger' | 'tooLarge'

/**
 * Finds forms that must not be read: Payload writes uploads to the disk first and asks about access
 * afterwards, so strangers could fill it. Staff may send large ones, up to the limit of the project.
 */
export const findUploadFault = async (
  config: SanitizedConfig,
  request: Request,
): Promise<undefined | UploadFault> => {
  const size = isForm(request) ? sizeOf(request) : 0
  if (size <= SMALL) {
    return undefined
  }
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: request.headers })
  if (user?.collection !== config.admin.user) {
    return 'stranger'
  }
  const most = config.upload.requestSizeLimit ?? Infinity
  return Number.isFinite(size) && size > most ? 'tooLarge' : undefined
}
