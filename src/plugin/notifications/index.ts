export { WAITS_FOR_A_HAND } from './chat/findByHand'
export { createNotificationsCollection } from './collection'
export { createMessageChoicesCollection } from './choices/collection'
export {
  CHOSEN_CHANNELS,
  type ChosenChannel,
  findChoice,
  type MessageChoice,
  saveChoice,
} from './choices/choices'
export { readOptOut, signOptOut } from './choices/optOut'
export { confirmTask, deliverTask } from './deliver/task'
export { createNotificationEndpoints } from './endpoints'
export { createNoticeEndpoints } from './endpointsNotices'
export { createOutsideEndpoints } from './endpointsOutside'
export { NOTIFICATION_BADGES, NOTIFICATION_EVENTS, NOTIFICATION_WORDS } from './labels'
export { createMailTransport, type MailOptions } from './mail/transport'
export {
  countUnread,
  findNotices,
  markNotices,
  type Notice,
  type Notices,
  openNotice,
} from './notices'
export { addMessageViews, BY_HAND_PATH } from './panel'
export { renderPasswordMail } from './passwordMail'
export { type Preview, renderPreview } from './preview'
export { buildQueuedNotices, queueMessages } from './queueMessages'
export { resendNotification } from './resend'
export { type NotificationsRuntime, notificationsRuntime, type ReasonCheck } from './runtime'
export { buildDueDays, type DueDay } from './mail/dueDays'
export { buildCalendar, type Invite } from './mail/invite'
export type {
  ArrearsParams,
  ContractParams,
  InstalmentParams,
  MailBlock,
  MessageParams,
  Notification,
  NotificationChannel,
  NotificationEvent,
  OrderParams,
  PaymentParams,
  ProblemParams,
  QuestionParams,
  QueuedEvent,
  QueuedMessage,
  Recipient,
  HostingParams,
  ScopeParams,
  SpkParams,
  SpkParamsOf,
  SessionParams,
  RefundParams,
  FollowUpEvent,
} from './schema'
export { createMessageTextsCollection } from './texts/collection'
export {
  MESSAGE_HISTORY,
  NOTIFICATION_MOVES,
  NOTIFICATION_STATES,
  notificationConstraintSql,
  type NotificationState,
} from './states'
export { watchCron, watchTask } from './watch/task'
export { findHeldUp, type HeldUp } from './watch/findHeldUp'
