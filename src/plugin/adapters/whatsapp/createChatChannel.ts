import type { ChatChannel } from '../../notifications/port'
import type { ChatChannelOptions } from './options'

import { createCloudChannel } from './cloud/channel'
import { createFonnteChannel } from './fonnte/channel'
import { createWaMeChannel } from './waMe'

/** The way into WhatsApp that a shop has chosen. Throws at start when an option is wrong. */
export function createChatChannel(options: ChatChannelOptions): ChatChannel {
  switch (options.id) {
    case 'cloud':
      return createCloudChannel(options)
    case 'fonnte':
      return createFonnteChannel(options)
    case 'wa.me':
      return createWaMeChannel()
  }
}
