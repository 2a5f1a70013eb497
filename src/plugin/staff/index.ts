export { createStaffCollection, type StaffOptions } from './collection'
export { findStaffRecipients, type StaffRecipient } from './queries'
export { leavesNoOwner, STAFF_ROLES } from './roles'
export { getWorkerName, WORKERS } from './workers'
