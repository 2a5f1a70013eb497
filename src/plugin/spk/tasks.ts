import { defineTask, loadOnce } from '../kernel/queue'
import { affixJob, analyseJob, finalCheckJob, sealJob, stampCheckJob } from './jobs'

const loadStamps = loadOnce(() => import('./actions/checkStamp'))
const loadScans = loadOnce(() => import('./actions/analyseScan'))
const loadStamper = loadOnce(() => import('./stamping/affixStamp'))
const loadSealer = loadOnce(() => import('./actions/sealSpk'))

/** Judges the stamp on an issued document; web processes need only its name. */
export const spkStampTask = defineTask({
  ...stampCheckJob,
  run: async (ids, { payload }) => {
    const { checkStamp } = await loadStamps()
    await checkStamp(payload, { ...ids, stage: 'issued' })
  },
})

/** Judges the stamp on an accepted scan. */
export const spkFinalTask = defineTask({
  ...finalCheckJob,
  run: async (ids, { payload }) => {
    const { checkStamp } = await loadStamps()
    await checkStamp(payload, { ...ids, stage: 'final' })
  },
})

/** Has an e-Meterai affixed by the shop's account. */
export const spkAffixTask = defineTask({
  ...affixJob,
  run: async ({ stampId }, { payload }) => {
    const { affixStamp } = await loadStamper()
    await affixStamp(payload, stampId)
  },
})

/** Looks at a scan that came back. */
export const spkAnalyseTask = defineTask({
  ...analyseJob,
  run: async (ids, { payload }) => {
    const { analyseScan } = await loadScans()
    await analyseScan(payload, ids)
  },
})

/** Seals a confirmed agreement. */
export const spkSealTask = defineTask({
  ...sealJob,
  run: async ({ spkId }, { payload }) => {
    const { sealSpk } = await loadSealer()
    await sealSpk(payload, spkId)
  },
})
