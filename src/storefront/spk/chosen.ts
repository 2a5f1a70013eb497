const isPicture = ({ type }: Pick<File, 'type'>): boolean => type.startsWith('image/')

const isSame = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified

/**
 * What is chosen after a visitor has picked something more: pictures join those that are there already, for
 * a telephone takes one photo at a time; anything else takes the place of everything.
 */
export const addChosen = (chosen: readonly File[], picked: readonly File[]): File[] => {
  if (![...chosen, ...picked].every(isPicture)) {
    return picked.length === 0 ? [...chosen] : [...picked]
  }
  return [...chosen, ...picked.filter((file) => !chosen.some((each) => isSame(each, file)))]
}

/** The same with one file moved one place to the front; the first one stays where it is. */
export const moveUp = (chosen: readonly File[], at: number): File[] =>
  at < 1 ? [...chosen] : chosen.toSpliced(at - 1, 2, ...chosen.slice(at - 1, at + 1).toReversed())

/** Whether they are pictures of pages whose order and number matter. */
export const arePictures = (chosen: readonly File[]): boolean =>
  chosen.length > 0 && chosen.every(isPicture)
