import { APIError, type CollectionBeforeOperationHook } from 'payload'

/**
 * Hook for collections whose rows are changed one at a time, never by a condition: a bulk delete runs
 * the per-row guards side by side, so that each sees the rows the others are about to remove.
 */
export const refuseBulkChange: CollectionBeforeOperationHook = ({ args, operation }) => {
  const isChange = operation === 'update' || operation === 'delete'
  if (isChange && !('id' in args && args.id !== undefined)) {
    throw new APIError('Change one at a time', 400, null, true)
  }
  return args
}
