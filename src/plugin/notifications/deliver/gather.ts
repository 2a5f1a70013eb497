type Waiting<I, O> = {
  input: I
  reject: (error: unknown) => void
  resolve: (output: O) => void
}

/**
 * Makes one call of many: while one is under way, whatever is asked gathers, and goes out together
 * with the next. Nobody waits for company. `run` answers one output per input, in their order.
 */
export const gatherCalls = <I, O>(
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
): ((input: I) => Promise<O>) => {
  let isUnderWay = false
  let waiting: Waiting<I, O>[] = []
  const goOn = async (): Promise<void> => {
    isUnderWay = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const outputs = await run(group.map(({ input }) => input))
        group.forEach(({ resolve }, index) => resolve(outputs[index] as O))
      } catch (error) {
        group.forEach(({ reject }) => reject(error))
      }
    }
    isUnderWay = false
  }
  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, reject, resolve })
      if (!isUnderWay) {
        void goOn()
      }
    })
}
