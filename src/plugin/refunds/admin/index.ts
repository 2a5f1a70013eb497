/** The refunds of an order, for the pages of other features. Panel only. */
export { OrderRefunds } from './OrderRefunds'
