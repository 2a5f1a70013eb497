export { createNotificationsCollection } from './collection'
export { deliverTask } from './deliver/task'
export { createNotificationEndpoints } from './endpoints'
export { NOTIFICATION_BADGES, NOTIFICATION_EVENTS } from './labels'
export { createMailTransport } from './mail/transport'
export { buildQueuedMessages, queueMessages } from './queueMessages'
export { resendNotification } from './resend'
export { type NotificationsRuntime, notificationsRuntime, type ReasonCheck } from './runtime'
export type {
  MessageParams,
  Notification,
  NotificationChannel,
  NotificationEvent,
  QueuedMessage,
  Recipient,
} from './schema'
export {
  NOTIFICATION_MOVES,
  NOTIFICATION_STATES,
  notificationConstraintSql,
  type NotificationState,
} from './states'
