import { type ServedResult, type ServedTask, serveTask } from '../../inspect/inside'
import { look } from '../look'

/** Entered by the bootstrap of the inspecting process. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, (task: ServedTask): Promise<ServedResult> => look(task))
