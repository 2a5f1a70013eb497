/**
 * Lets at most so many works of this process run at once; the others wait in line. What a death leaves
 * unnoted is never more than that, and the fewer share the processor, the shorter each stays unnoted.
 */
export const makeTurns = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = []
  let underWay = 0
  return async (work) => {
    if (underWay < most) {
      underWay++
    } else {
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) {
        next()
      } else {
        underWay--
      }
    }
  }
}
