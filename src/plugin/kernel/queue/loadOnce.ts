/**
 * Loads a module when it is first needed, and then never again: under a loader such as tsx even a
 * loaded module's `import()` costs a round trip to another thread. A failed load is tried again.
 */
export const loadOnce = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined
      throw error
    })
    return loaded
  }
}
