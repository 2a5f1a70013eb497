/** What every message about an order in instalments is made of. */
export type ContractParams = {
  /** Rupiah that this message asks for: of the one instalment, or everything to become current; 0 when nothing. */
  amount: number
  /** Instalments of the contract, down payment included. */
  count: number
  customerEmail: string
  customerName: string
  customerPhone: string
  /** Rupiah of principal that is still owed, due or not. */
  left: number
  orderNumber: string
  orderUrl: string
  /** The product. */
  title: string
  /** Rupiah of the whole contract. */
  total: number
}

/** One instalment that is not late yet. */
export type InstalmentParams = {
  /** WIB day. */
  dueOn: string
  kind: 'downPayment' | 'instalment'
  /** The how-manieth of `count`; beyond it once the schedule has changed. */
  seq: number
} & ContractParams

/** Instalments that are late, all of the contract together. */
export type ArrearsParams = {
  /** Page on which the customer chooses to pay or to have the service suspended; opening it changes nothing. */
  choiceUrl: string
  daysLate: number
  /** Rupiah of late fees within `amount`; 0 when there are none. */
  fees: number
  /** WIB day on which the oldest of them was due. */
  since: string
  /** WIB day from which the service may be suspended; null when nothing will be. */
  suspendOn: null | string
} & ContractParams

/** What an overdue customer has decided. */
export type OverdueChoice = 'pay' | 'suspend'

/** Words of staff to the customer; may be empty, and have several lines. */
type Words = { text: string }

/** Parameters by event. */
export type ArrearsParamsOf = {
  'chance.asked': {
    /** Page in the panel. */
    url: string
    /** What the customer wrote; may be empty. */
    wish: string
    /** WIB day; empty when he named none. */
    wishedUntil: string
  } & ContractParams
  /** `until` is the WIB day until which the promise ran. */
  'chance.broken': { until: string } & ArrearsParams
  'chance.declined': ContractParams & Words
  /** `until` is the last WIB day on which nothing is suspended. */
  'chance.granted': { until: string } & ContractParams & Words
  'chance.withdrawn': ContractParams & Words
  'contract.paidOff': ContractParams
  'contract.revised': { revision: number } & ContractParams & Words
  'instalment.dueToday': InstalmentParams
  'instalment.issued': InstalmentParams
  'instalment.late': ArrearsParams
  'instalment.reminder': { daysLeft: number } & InstalmentParams
  'overdue.capReached': {
    /** How many were suspended before the limit was reached. */
    done: number
    /** List of the rest. */
    url: string
    /** How many wait for a person. */
    waiting: number
  }
  'overdue.choice': ArrearsParams
  'overdue.chosen': {
    choice: OverdueChoice
    choiceUrl: string
    /** ISO instant. */
    chosenAt: string
  } & ContractParams
  'overdue.chosenByCustomer': { choice: OverdueChoice; url: string } & ContractParams
  'overdue.escalated': { url: string } & ArrearsParams
  'overdue.notice': ArrearsParams & Words
  'overdue.proposals': {
    /** How many suspensions wait for a person. */
    count: number
    /** Rupiah that they owe together to become current. */
    total: number
    /** List of them. */
    url: string
  }
  /** `wasOff`: the service was off because of it, and is switched on again. */
  'overdue.settled': { wasOff: boolean } & ContractParams
  'overdue.warning': ArrearsParams
}
