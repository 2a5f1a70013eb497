import type { Crop, Finding } from './finding'
import type { Sight, SightTask } from './sight'

import { openReturned, openTrusted, type ServedResult, type ServedTask } from '../inspect/inside'
import { readIssuedPage } from './issuedPage'
import { lookAtPage, type PageSight } from './lookAtPage'
import { find } from './signals/finding'
import { findCertified, findTool } from './signals/notes'
import { toolVersions } from './tools'
import { readReturnedPage, viewPage } from './viewPage'

/** Gives back what a page held before the next one is read: a scan is a dozen megabytes of pixels. */
const tidy = (): void => (globalThis as { gc?: () => void }).gc?.()

const startsWith = (bytes: Uint8Array, start: Uint8Array | undefined): boolean =>
  start !== undefined &&
  start.length > 0 &&
  Buffer.compare(bytes.subarray(0, start.length), start) === 0

/** S1 by bytes, S6 and S9: what the file as a whole says. */
const lookAtFile = async (
  files: ServedTask['files'],
  pdf: Awaited<ReturnType<typeof openReturned>>,
): Promise<Finding[]> => {
  const bytes = files['returned'] ?? new Uint8Array()
  const isOurs = [files['issued'], files['stamped']].some((start) => startsWith(bytes, start))
  return [
    ...(isOurs ? [find('S1', 'red', { page: null, text: 'issuedInside' })] : []),
    ...(await findCertified(pdf, bytes)),
    ...(await findTool(pdf)),
  ]
}

/** S8 once for all: a line for each page would hide the others. */
const sayScans = (sights: readonly PageSight[]): Finding[] =>
  sights.length > 0 && sights.every(({ isScan }) => isScan)
    ? [find('S8', 'green', { page: null, text: 'scan' })]
    : []

const lookAtPages = async (
  served: { task: SightTask } & Omit<ServedTask, 'task'>,
  pdf: Awaited<ReturnType<typeof openReturned>>,
): Promise<PageSight[]> => {
  const { files, reportStep, task } = served
  const { layout, limits } = task
  // What was printed is the stamped file, when there is one.
  const printed = files['stamped'] ?? files['issued'] ?? new Uint8Array()
  const issued = await openTrusted(printed, limits)
  const sights: PageSight[] = []
  for (let file = 1; file <= pdf.numPages; file++) {
    const page = await pdf.getPage(file)
    const returned = await readReturnedPage({ file, layout, page })
    const { number } = returned
    const own =
      number &&
      (await readIssuedPage({ isWalked: returned.onlyImage === null, layout, number, pdf: issued }))
    const view = own ? viewPage(returned, own, layout) : null
    sights.push(await lookAtPage({ bounds: page.view, returned, task, view }))
    tidy()
    reportStep()
  }
  return sights
}

const toResult = (sight: Omit<Sight, 'crops'>, crops: readonly Crop[]): ServedResult => ({
  files: Object.fromEntries(crops.map(({ bytes, name }) => [`${name}.jpg`, bytes])),
  value: { ...sight, crops: crops.map(({ height, name, width }) => ({ height, name, width })) },
})

/** Looks at a returned file beside the issued one, in the inspecting process. */
export const look = async ({ files, reportStep, task }: ServedTask): Promise<ServedResult> => {
  const told = task as SightTask
  const { layout, limits } = told
  const bytes = files['returned'] ?? new Uint8Array()
  const pdf = await openReturned(bytes, limits, layout.pages.length + limits.pagesExtra)
  reportStep()
  const whole = await lookAtFile(files, pdf)
  const sights = await lookAtPages({ files, reportStep, task: told }, pdf)
  const findings = [...whole, ...sayScans(sights), ...sights.flatMap((each) => each.findings)]
  return toResult(
    {
      fault: null,
      findings,
      pages: sights.map(({ number }) => number),
      signatureHash: sights.find(({ hash }) => hash !== '')?.hash ?? '',
      strays: sights.flatMap(({ strays }) => strays),
      tools: await toolVersions(),
    },
    sights.flatMap(({ crops }) => crops),
  )
}
