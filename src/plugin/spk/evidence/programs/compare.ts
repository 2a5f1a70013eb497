import { type ServedResult, type ServedTask, serveTask } from '../../inspect/inside'
import { type CompareTask, compareFiles } from '../compareFiles'

/** Entered by the bootstrap of the inspecting process. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, async ({ files, reportStep, task }: ServedTask): Promise<ServedResult> => ({
    value: await compareFiles({ files, reportStep, task: task as CompareTask }),
  }))
