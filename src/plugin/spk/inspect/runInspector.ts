import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { FaultCode } from '../evidence/finding'

import { makePrivateFolder } from './leftovers'
import { INSPECT_LIMITS, type InspectLimits } from './limits'
import { readyProgram } from './readyProgram'
import { startProgram } from './startProgram'
import { type InspectorTask, RESULT_FILE, SAFE_NAME, TASK_FILE, type TaskFiles } from './task'
import { watchProgram } from './watchProgram'

/** What the inspecting process used, for the record. */
export type InspectorUsage = { rssBytes: number; seconds: number }

/** What came of a task: what its program gave, or why there is nothing; `said` is for the log. */
export type InspectorResult =
  | { fault: FaultCode; kind: 'fault'; said: string; usage: InspectorUsage }
  | { files: TaskFiles; kind: 'done'; usage: InspectorUsage; value: unknown }

type Report = { fault?: FaultCode; rssBytes?: number; value?: unknown }

const writeTask = async (folder: string, { files, task }: InspectorTask): Promise<void> => {
  await writeFile(join(folder, TASK_FILE), JSON.stringify(task), { mode: 0o600 })
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes, { mode: 0o600 })
  }
}

const readReport = async (folder: string): Promise<Report> => {
  try {
    return JSON.parse(await readFile(join(folder, RESULT_FILE), 'utf8')) as Report
  } catch {
    // It fell over the file: whatever a reader of PDF dies of is damage.
    return { fault: 'broken' }
  }
}

const readMade = async (folder: string, given: readonly string[]): Promise<TaskFiles> => {
  const names = (await readdir(folder)).filter(
    (name) => SAFE_NAME.test(name) && !given.includes(name),
  )
  const read = names.map(async (name) => [name, await readFile(join(folder, name))] as const)
  return Object.fromEntries(await Promise.all(read))
}

const runIn = async (
  folder: string,
  task: InspectorTask,
  limits: InspectLimits,
): Promise<InspectorResult> => {
  await writeTask(folder, task)
  const from = performance.now()
  const program = await readyProgram(task.program)
  const ended = await watchProgram(startProgram(program, folder, limits), limits)
  if (!ended.isStarted && !ended.fault) {
    throw new Error(`The inspector could not be started: ${ended.said}`)
  }
  const report: Report = ended.fault ? { fault: ended.fault } : await readReport(folder)
  const seconds = (performance.now() - from) / 1_000
  const usage = { rssBytes: Math.max(ended.rssBytes, report.rssBytes ?? 0), seconds }
  if (report.fault) {
    return { fault: report.fault, kind: 'fault', said: ended.said, usage }
  }
  const files = await readMade(folder, Object.keys(task.files))
  return { files, kind: 'done', usage, value: report.value }
}

/**
 * Does a task in a process of its own, which knows no secret, has one private folder, and is killed
 * when it holds too much memory, takes too long, or loses its parent. A file that kills it is a
 * fault of the file; only a process that cannot be started throws.
 */
export const runInspector = async (
  task: InspectorTask,
  limits: InspectLimits = INSPECT_LIMITS,
): Promise<InspectorResult> => {
  const folder = await makePrivateFolder()
  try {
    return await runIn(folder, task, limits)
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}
