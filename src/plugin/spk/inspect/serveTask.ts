import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { InspectFault } from './faults'
import { readPeak } from './memory'
import { RESULT_FILE, type TaskFiles, TASK_FILE } from './task'

/** What a program of the inspector gets. */
export type ServedTask = {
  files: TaskFiles
  /** Says that a step is done: the first look, then a page. Time is counted anew. */
  reportStep: () => void
  task: unknown
}

/** What it gives back: JSON, and files for the folder that only its parent reads. */
export type ServedResult = { files?: TaskFiles; value: unknown }

const readFiles = async (folder: string): Promise<TaskFiles> => {
  const names = (await readdir(folder)).filter((name) => name !== TASK_FILE)
  const read = names.map(async (name) => [name, await readFile(join(folder, name))] as const)
  return Object.fromEntries(await Promise.all(read))
}

const answer = async (serve: (task: ServedTask) => Promise<ServedResult>, folder: string) => {
  try {
    const task: unknown = JSON.parse(await readFile(join(folder, TASK_FILE), 'utf8'))
    const files = await readFiles(folder)
    const reportStep = (): void => void process.send?.('step')
    const { files: made = {}, value } = await serve({ files, reportStep, task })
    for (const [name, bytes] of Object.entries(made)) {
      await writeFile(join(folder, name), bytes, { mode: 0o600 })
    }
    return { value }
  } catch (error) {
    if (error instanceof InspectFault) {
      return { fault: error.fault }
    }
    throw error
  }
}

/** Runs inside the inspecting process: reads the task, does it, writes the result, ends. */
export const serveTask = async (
  folder: string,
  serve: (task: ServedTask) => Promise<ServedResult>,
): Promise<void> => {
  // Without its parent nobody reads the result, and nobody watches.
  process.once('disconnect', () => process.exit(1))
  process.send?.('started')
  const result = await answer(serve, folder)
  const rssBytes = await readPeak()
  await writeFile(join(folder, RESULT_FILE), JSON.stringify({ ...result, rssBytes }))
  process.exit(0)
}
