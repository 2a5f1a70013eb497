export { loginHooks } from './limitLogins'
export {
  askForPasswordLink,
  passwordLinkEndpoint,
  passwordLinkTask,
  takeMailToken,
  typedEmail,
} from './passwordLink'
