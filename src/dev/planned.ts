/** Takes the first planned misbehaviour that hits, and counts it down; `times` 0 stays until cleared. */
export const takePlanned = <T extends { times: number }>(
  planned: T[],
  hits: (one: T) => boolean,
): T | undefined => {
  const index = planned.findIndex(hits)
  const found = planned[index]
  if (found?.times === 1) {
    planned.splice(index, 1)
  } else if (found && found.times > 1) {
    found.times -= 1
  }
  return found
}
