import type Sharp from 'sharp'

import { loadOnce } from '../../kernel/queue/loadOnce'

/** sharp as the inspecting process may use it: it keeps nothing, and works on one core. */
export const loadSharp = loadOnce(async (): Promise<typeof Sharp> => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
})
