/**
 * Does one after the other; what fails holds up none of the rest.
 *
 * @throws what failed, once all have been tried; several as one AggregateError
 */
export const doEach = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 1) {
    throw new AggregateError(failures, `${failures.length} of ${items.length} failed`)
  }
  if (failures.length === 1) {
    throw failures[0]
  }
}
