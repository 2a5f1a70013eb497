import type { CollectionBeforeChangeHook } from 'payload'

/** When a row was made is not for a caller to say: Payload itself takes a `createdAt` from outside. */
export const keepCreatedAt: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.payloadAPI !== 'REST') {
    return data
  }
  const { createdAt: _, ...rest } = data
  return rest
}
