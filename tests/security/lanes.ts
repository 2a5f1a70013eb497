/** Does pieces of work number 0 to `total`, so many at a time. */
export const inLanes = async (args: {
  lanes: number
  total: number
  work: (at: number) => Promise<void>
}): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < args.total) {
      await args.work(next++)
    }
  }
  await Promise.all(Array.from({ length: Math.min(args.lanes, args.total) }, lane))
}
