import { z } from 'zod'

import type { Finding } from '../evidence/finding'

/** A picture out of a scan: a file of kind `preview`. */
export type StoredCrop = { fileId: string; height: number; name: string; width: number }

/** What was seen in a scan, as it is kept with its file. */
export type StoredAnalysis = {
  crops: StoredCrop[]
  findings: Finding[]
  tools: Record<string, string>
}

const storedAnalysis = z.object({
  crops: z.array(
    z.object({ fileId: z.string(), height: z.number(), name: z.string(), width: z.number() }),
  ),
  findings: z.array(z.custom<Finding>((value) => typeof value === 'object' && value !== null)),
  tools: z.record(z.string(), z.string()),
})

/** What was seen in a scan; null while nothing has looked at it. */
export const readAnalysis = (analysis: unknown): null | StoredAnalysis => {
  const { data, success } = storedAnalysis.safeParse(analysis)
  return success ? data : null
}
