import * as initial from './20261121_151031_initial'
import * as guards from './20261121_160000_guards'
import * as refunds from './20261121_162543_refunds'
import * as history from './20261121_170000_history'
import * as customerNotices from './20261121_234938_customer_notices'
import * as chat from './20261122_000758_chat'
import * as messageTexts from './20261122_032352_message_texts'
import * as fulfilments from './20261122_061121_fulfilments'
import * as fulfilmentGuards from './20261122_061200_fulfilment_guards'
import * as pageEditions from './20261122_063746_page_editions'

export const migrations = [
  { down: initial.down, name: '20261121_151031_initial', up: initial.up },
  { down: guards.down, name: '20261121_160000_guards', up: guards.up },
  { down: refunds.down, name: '20261121_162543_refunds', up: refunds.up },
  { down: history.down, name: '20261121_170000_history', up: history.up },
  {
    down: customerNotices.down,
    name: '20261121_234938_customer_notices',
    up: customerNotices.up,
  },
  { down: chat.down, name: '20261122_000758_chat', up: chat.up },
  { down: messageTexts.down, name: '20261122_032352_message_texts', up: messageTexts.up },
  { down: fulfilments.down, name: '20261122_061121_fulfilments', up: fulfilments.up },
  {
    down: fulfilmentGuards.down,
    name: '20261122_061200_fulfilment_guards',
    up: fulfilmentGuards.up,
  },
  { down: pageEditions.down, name: '20261122_063746_page_editions', up: pageEditions.up },
]
