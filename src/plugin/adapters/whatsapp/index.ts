export type { ChatChannelOptions, CloudOptions, FonnteOptions } from './options'

export { createCloudChannel } from './cloud/channel'
export { createChatChannel } from './createChatChannel'
export { createFonnteChannel } from './fonnte/channel'
export { chatSecretsOf } from './options'
export { createWaMeChannel } from './waMe'
