/** Parts of messages that pages of other features show. Panel only. */
export { MessagePreview } from './MessagePreview'
