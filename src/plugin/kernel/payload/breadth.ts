/** More than any page of the panel asks at once: it ticks at most a hundred rows of a list. */
const MOST_VALUES = 500

const MOST_SORTS = 20

/** Lists that may also be written as one text with commas. */
const LISTS = new Set(['in', 'not_in'])

const countText = (text: string, operator: string): number =>
  LISTS.has(operator) ? text.split(',').length : 1

const countValues = (part: unknown, operator = ''): number => {
  if (typeof part === 'string') {
    return countText(part, operator)
  }
  if (typeof part !== 'object' || part === null) {
    return 1
  }
  let count = 0
  for (const [key, inner] of Object.entries(part)) {
    count += countValues(inner, Array.isArray(part) ? operator : key)
    if (count > MOST_VALUES) {
      break
    }
  }
  return count
}

/** Whether a condition compares with more values than a page ever needs: work for nothing. */
export const comparesTooMuch = (where: unknown): boolean => countValues(where) > MOST_VALUES

/** Whether a read is to be sorted by more fields than anybody can tell apart. */
export const sortsTooMuch = (sort: unknown): boolean =>
  [sort].flat().flatMap((path) => String(path).split(',')).length > MOST_SORTS
