import type { InspectLimits } from '../limits'

import { openReturned } from '../openPdf'
import { serveTask } from '../serveTask'

/** Entered by the bootstrap of the inspecting process. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, async ({ files, reportStep, task }) => {
    const { limits, mostPages } = task as { limits: InspectLimits; mostPages: number }
    const pdf = await openReturned(files['file'] ?? new Uint8Array(), limits, mostPages)
    reportStep()
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      // A page that cannot be read through in time is refused here, before anybody waits for it.
      await page.getOperatorList()
      page.cleanup()
      reportStep()
    }
    return { value: { pages: pdf.numPages } }
  })
