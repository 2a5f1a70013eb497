export { createConversationPostsCollection } from './collection'
export { CONVERSATION_STATEMENTS } from './guards'
export { findPosts, normalisePost, selectPosts } from './queries'
export {
  type Author,
  MAX_POST,
  type Post,
  postBody,
  postInput,
  postKey,
  type Subject,
} from './schema'
export { type WrittenPost, writePost } from './writePost'
