export { addOrderParts, addTodoBoard } from './addTodoBoard'
export { checkPayment } from './actions/checkPayment'
export { openPayment } from './actions/openPayment'
export { placeOrder, type PlaceOrderArgs } from './actions/placeOrder'
export { createOrderItemsCollection, createOrdersCollection } from './collection'
export { createContractStaffEndpoints } from './endpointsContract'
export { type Transfer, recordTransfer } from './actions/recordTransfer'
export { reviseContract, type Revision } from './actions/reviseContract'
export { createOrderEndpoints } from './endpoints'
export { createQuestionEndpoints } from './endpointsQuestion'
export { createSessionEndpoints } from './endpointsSession'
export { PAYMENT_STATES } from './collection'
export { orderSpkOwner } from './actions/agreedOrder'
export { orderMachine } from './machine'
export { orderFulfilmentOwner, orderHostingOwner, orderPaymentOwner } from './paymentOwner'
export { findPanelOrder } from './panel/findPanelOrder'
export type { PanelItem, PanelOrder } from './panel/types'
export type {
  NextAction,
  PublicInstalment,
  PublicOrder,
  PublicOrderItem,
  PublicPayment,
} from './publicOrder'
export {
  type ContractLine,
  type CustomerOrder,
  type CustomerOrders,
  findCustomerOrders,
} from './queries/findCustomerOrders'
export { findOwnSite } from './queries/findOwnSite'
export { findOrderStatus, findPublicOrder, type OrderStatus } from './queries/findPublicOrder'
export { isStillUnpaid } from './reasonChecks'
export { priceOrder } from './rules'
export { buildOrderUrl, ordersRuntime, type Todo } from './runtime'
export { type PlaceOrderInput, placeOrderSchema } from './schema'
export { isToken } from '../kernel/text'
