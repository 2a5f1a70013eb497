import { z } from 'zod'

const ofFile = z.object({ fileId: z.uuid(), spkId: z.uuid() })

/** Judges the file with e-Meterai that was brought for an issued document. */
export const stampCheckJob = { input: ofFile, maxAttempts: 20, name: 'spk.checkStamp' }

/** Judges the e-Meterai on a scan that was accepted. */
export const finalCheckJob = { input: ofFile, maxAttempts: 20, name: 'spk.checkFinal' }

/** Looks at what the customer sent back. */
export const analyseJob = { input: ofFile, maxAttempts: 10, name: 'spk.analyse' }

/** Makes the sealed package of a confirmed agreement. A day of tries. */
export const sealJob = { input: z.object({ spkId: z.uuid() }), maxAttempts: 150, name: 'spk.seal' }

/** Has an e-Meterai affixed by the shop's account. A day of tries; the serial is bought once. */
export const affixJob = {
  input: z.object({ stampId: z.uuid() }),
  maxAttempts: 150,
  name: 'spk.affix',
}

/** Removes the documents of an erased agreement from the store. A day of tries. */
export const spkClearJob = {
  input: z.object({ spkId: z.uuid() }),
  maxAttempts: 150,
  name: 'spk.clear',
}
