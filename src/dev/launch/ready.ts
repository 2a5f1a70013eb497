import { setTimeout as wait } from 'node:timers/promises'

/** Waits until the address answers without a server fault. Throws when the time is over. */
export const waitUntilServed = async (args: { seconds: number; url: string }): Promise<void> => {
  const deadline = Date.now() + args.seconds * 1000
  let last = 'no answer'
  while (Date.now() < deadline) {
    try {
      const response = await fetch(args.url, { redirect: 'manual' })
      await response.arrayBuffer()
      if (response.status < 500) {
        return
      }
      last = `status ${response.status}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await wait(100)
  }
  throw new Error(`${args.url} is not ready after ${args.seconds} s (${last})`)
}
