/** The thread and its box, for the page of whatever is talked about. Panel only. */
export { AnswerBox } from './AnswerBox'
export { Thread } from './Thread'
