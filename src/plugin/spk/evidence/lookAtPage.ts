import type { SpkBox } from '../document/layout'
import type { Crop, Finding } from './finding'
import type { StrayCode, SightTask } from './sight'

import { grow, type MmRect, type PageView } from './pageView'
import { toCrop } from './raster/jpeg'
import { warpRaster } from './raster/warp'
import { findAdded } from './signals/added'
import { findStrays } from './signals/codes'
import { readChallenge, readSignature } from './signals/handwriting'
import { findNotes } from './signals/notes'
import { findChanges } from './signals/pageDiff'
import { findMeterai, judgeWhole } from './signals/wholePage'
import type { ReturnedPage } from './viewPage'

/** What one returned page gave. */
export type PageSight = {
  crops: Crop[]
  findings: Finding[]
  hash: string
  isScan: boolean
  number: null | number
  strays: StrayCode[]
}

/** Fine enough for a loupe. */
const CROP_DPI = 250

const cropOf = (view: PageView, name: string, rect: MmRect): Promise<Crop> =>
  toCrop(name, warpRaster(view.page.raster, view.h, { ...grow(rect, 4), dpi: CROP_DPI }))

const boxOf = ({ boxes }: PageView, kind: SpkBox['kind']): SpkBox | undefined =>
  boxes.find((box) => box.kind === kind && box.party === 'customer')

/** Where the meterai is looked for: where it was affixed, or the box for one of paper. */
const meteraiOf = (view: PageView, { mode, stamped }: SightTask): MmRect | null => {
  const { number } = view.issued
  if (mode === 'e-first') {
    return stamped && stamped.rect.page === number ? stamped.rect : null
  }
  return mode === 'tempel' ? (view.boxes.find(({ kind }) => kind === 'meterai') ?? null) : null
}

type Part = { crops: Crop[]; findings: Finding[]; hash?: string }

const lookAtBoxes = async (view: PageView, task: SightTask): Promise<Part> => {
  const [signature, challenge] = [boxOf(view, 'signature'), boxOf(view, 'challenge')]
  const signed = signature && readSignature(view, signature, task.earlierHashes)
  const written = challenge && readChallenge(view, challenge)
  return {
    crops: [
      ...(signature ? [await cropOf(view, 'signature', signature)] : []),
      ...(challenge ? [await cropOf(view, 'challenge', challenge)] : []),
    ],
    findings: [...(signed?.findings ?? []), ...(written?.findings ?? [])],
    hash: signed?.hash ?? '',
  }
}

const lookAtMeterai = async (
  view: PageView,
  meterai: MmRect | null,
  { mode }: SightTask,
): Promise<Part> =>
  meterai
    ? {
        crops: [await cropOf(view, 'meterai', meterai)],
        findings: findMeterai(view, meterai, mode),
      }
    : { crops: [], findings: [] }

/** Every signal of one returned page that lies over its issued one. */
const lookAtView = async (
  view: PageView,
  task: SightTask,
  bounds: readonly number[],
): Promise<PageSight> => {
  const meterai = meteraiOf(view, task)
  const whole = judgeWhole(view, bounds)
  const codes = await findStrays(view, meterai)
  const boxes = await lookAtBoxes(view, task)
  const stamp = await lookAtMeterai(view, meterai, task)
  const page = await toCrop(`page-${view.issued.number}`, view.aligned)
  const findings = [
    ...whole.findings,
    ...findAdded(view),
    ...findNotes(view),
    ...codes.findings,
    ...boxes.findings,
    ...stamp.findings,
    ...findChanges(view, meterai ? [grow(meterai, 6)] : []),
  ]
  return {
    crops: [page, ...boxes.crops, ...stamp.crops],
    findings,
    hash: boxes.hash ?? '',
    isScan: whole.isScan,
    number: view.issued.number,
    strays: codes.strays,
  }
}

/** What a page says that is not laid over anything: only its codes. */
const lookAtStranger = ({ codes, file }: ReturnedPage): PageSight => ({
  crops: [],
  findings: [],
  hash: '',
  isScan: true,
  number: null,
  strays: codes
    .filter(({ isRead }) => isRead)
    .map(({ text }) => ({ file, isInBox: false, page: null, text })),
})

/** Everything about one returned page. */
export const lookAtPage = (args: {
  bounds: readonly number[]
  returned: ReturnedPage
  task: SightTask
  view: null | PageView
}): Promise<PageSight> =>
  args.view
    ? lookAtView(args.view, args.task, args.bounds)
    : Promise.resolve(lookAtStranger(args.returned))
