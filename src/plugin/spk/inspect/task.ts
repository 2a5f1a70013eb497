/** Files that go into the inspecting process or come out of it, by plain names. */
export type TaskFiles = Record<string, Uint8Array>

/** A task for the inspecting process. */
export type InspectorTask = {
  files: TaskFiles
  /** Absolute path of the program: a module that exports `serve(folder)`. */
  program: string
  /** Anything that JSON can carry. */
  task: unknown
}

export const TASK_FILE = 'task.json'
export const RESULT_FILE = 'result.json'

/** Names of files that may come out: nothing that leads anywhere. */
export const SAFE_NAME = /^[a-z0-9-]+\.(?:jpg|pdf)$/
