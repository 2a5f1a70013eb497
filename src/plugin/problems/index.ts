export { REPLY_RATE, REPORT_RATE, takeToken } from './actions/limits'
export { replyAsCustomer, resolveAsCustomer } from './actions/replyAsCustomer'
export { PICTURES_FIELD, type Reported, reportProblem } from './actions/reportProblem'
export { createProblemsCollection } from './collection'
export { createProblemEndpoints } from './endpoints'
export { PROBLEM_STATEMENTS } from './guards'
export { problemMachine } from './machine'
export { addProblemViews, findProblemTodos, ORDER_PROBLEMS, PROBLEMS_PATH } from './panel'
export {
  findOrderProblems,
  findPublicProblem,
  type OrderProblem,
  type PublicProblem,
} from './queries/findPublicProblem'
export { isStillUnanswered, problemCron, problemTask } from './reminders/task'
export { CONTACT_WAYS, type ContactWay, PROBLEM_KINDS, type ProblemKind } from './rules'
export { isProblemToken, problemsRuntime } from './runtime'
export { problemOptions, type ProblemOptions } from './schema'
export { PROBLEM_TIMELINE } from './timeline'
