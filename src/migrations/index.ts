import * as contractsAndArrears from './20261122_195557_contracts_and_arrears'
import * as cicilanGuards from './20261122_200100_cicilan_guards'
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
import * as conversations from './20261122_090042_conversations'
import * as conversationGuards from './20261122_090100_conversation_guards'
import * as booking from './20261122_091905_booking'
import * as bookingGuards from './20261122_091905_booking_guards'
import * as downloads from './20261122_091908_downloads'
import * as downloadGuards from './20261122_091930_download_guards'
import * as problems from './20261122_092307_problems'
import * as problemGuards from './20261122_092500_problem_guards'
import * as refundTransferGuards from './20261122_163800_refund_transfer_guards'
import * as refundTransfers from './20261122_163750_refund_transfers'
import * as refundRequests from './20261122_095620_refund_requests'
import * as refundGuards from './20261122_095700_refund_guards'
import * as scopes from './20261122_131104_scopes'
import * as scopeGuards from './20261122_131200_scope_guards'
import * as reports from './20261122_132008_reports'
import * as reportGuards from './20261122_132030_report_guards'
import * as followUps from './20261122_132822_follow_ups'
import * as followUpGuards from './20261122_132900_follow_up_guards'
import * as scopeReminders from './20261122_163039_scope_reminders'
import * as evidenceGuards from './20261122_163500_evidence_guards'
import * as productPlans from './20261122_194807_product_plans'
import * as spk from './20261122_232716_spk'
import * as hosting from './20261123_030450_hosting'
import * as hostingGuards from './20261123_030600_hosting_guards'
import * as gateGuards from './20261123_033000_gate_guards'
import * as hostingTermGuards from './20261123_064500_hosting_term_guards'
import * as spkAddendumGuards from './20261123_080500_spk_addendum_guards'
import * as spkGuards from './20261122_232800_spk_guards'

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
  { down: conversations.down, name: '20261122_090042_conversations', up: conversations.up },
  {
    down: conversationGuards.down,
    name: '20261122_090100_conversation_guards',
    up: conversationGuards.up,
  },
  { down: booking.down, name: '20261122_091905_booking', up: booking.up },
  { down: bookingGuards.down, name: '20261122_091905_booking_guards', up: bookingGuards.up },
  { down: downloads.down, name: '20261122_091908_downloads', up: downloads.up },
  { down: downloadGuards.down, name: '20261122_091930_download_guards', up: downloadGuards.up },
  { down: problems.down, name: '20261122_092307_problems', up: problems.up },
  { down: problemGuards.down, name: '20261122_092500_problem_guards', up: problemGuards.up },
  { down: refundRequests.down, name: '20261122_095620_refund_requests', up: refundRequests.up },
  { down: refundGuards.down, name: '20261122_095700_refund_guards', up: refundGuards.up },
  { down: scopes.down, name: '20261122_131104_scopes', up: scopes.up },
  { down: scopeGuards.down, name: '20261122_131200_scope_guards', up: scopeGuards.up },
  { down: reports.down, name: '20261122_132008_reports', up: reports.up },
  { down: reportGuards.down, name: '20261122_132030_report_guards', up: reportGuards.up },
  { down: followUps.down, name: '20261122_132822_follow_ups', up: followUps.up },
  { down: followUpGuards.down, name: '20261122_132900_follow_up_guards', up: followUpGuards.up },
  { down: scopeReminders.down, name: '20261122_163039_scope_reminders', up: scopeReminders.up },
  { down: evidenceGuards.down, name: '20261122_163500_evidence_guards', up: evidenceGuards.up },
  { down: refundTransfers.down, name: '20261122_163750_refund_transfers', up: refundTransfers.up },
  {
    down: refundTransferGuards.down,
    name: '20261122_163800_refund_transfer_guards',
    up: refundTransferGuards.up,
  },
  { down: productPlans.down, name: '20261122_194807_product_plans', up: productPlans.up },
  { down: contractsAndArrears.down, name: '20261122_195557_contracts_and_arrears', up: contractsAndArrears.up },
  { down: cicilanGuards.down, name: '20261122_200100_cicilan_guards', up: cicilanGuards.up },
  { down: spk.down, name: '20261122_232716_spk', up: spk.up },
  { down: spkGuards.down, name: '20261122_232800_spk_guards', up: spkGuards.up },
  { down: hosting.down, name: '20261123_030450_hosting', up: hosting.up },
  { down: hostingGuards.down, name: '20261123_030600_hosting_guards', up: hostingGuards.up },
  { down: gateGuards.down, name: '20261123_033000_gate_guards', up: gateGuards.up },
  {
    down: hostingTermGuards.down,
    name: '20261123_064500_hosting_term_guards',
    up: hostingTermGuards.up,
  },
  {
    down: spkAddendumGuards.down,
    name: '20261123_080500_spk_addendum_guards',
    up: spkAddendumGuards.up,
  },
]
