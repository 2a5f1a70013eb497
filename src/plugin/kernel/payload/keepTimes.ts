import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'

/**
 * When a row was made and last changed is not for a caller to say: Payload itself takes both from
 * outside.
 */
export const keepTimes: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.payloadAPI !== 'REST') {
    return data
  }
  const { createdAt: _made, updatedAt: _changed, ...rest } = data
  return rest
}

/** The collection with {@link keepTimes} after all its other hooks. */
export const withKeptTimes = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeChange: [...(collection.hooks?.beforeChange ?? []), keepTimes],
  },
})
