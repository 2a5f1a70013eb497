import {
  hostingReconcileCron,
  hostingReconcileTask,
  hostingTendCron,
  hostingTendTask,
} from './clock/task'
import { convergeTask } from './converge/task'

/** Background work of services. */
export const hostingTasks = [convergeTask, hostingReconcileTask, hostingTendTask] as const

/** What the clock starts for services. */
export const hostingCrons = [hostingReconcileCron, hostingTendCron] as const
