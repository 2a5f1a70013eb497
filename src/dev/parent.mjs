// Built-in modules only.

/**
 * npm runs scripts through `sh`, which dies on a signal without passing it on. Under npm we
 * therefore look whether our parent is still there, and call `onGone` once when it is not.
 *
 * @param {() => void} onGone
 */
export const watchParent = (onGone) => {
  if (process.env.npm_lifecycle_event === undefined) {
    return
  }
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer)
      onGone()
    }
  }, 500)
  timer.unref()
}
