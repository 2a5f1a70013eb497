import type { PanelWidget } from './kernel/payload'

/** The cards of the panel's first page, in the order in which admins meet them. */
export const WIDGETS: readonly PanelWidget[] = [
  {
    slug: 'lunas-work',
    component: '/plugin/fulfilment/admin/WorkBoard#WorkBoard',
    label: { en: 'Work to do', id: 'Pekerjaan' },
    width: 'full',
  },
  {
    slug: 'lunas-new-orders',
    component: '/plugin/orders/admin/NewOrdersWidget#NewOrdersWidget',
    label: { en: 'New orders today', id: 'Pesanan baru hari ini' },
    width: 'small',
  },
  {
    slug: 'lunas-sessions',
    component: '/plugin/booking/admin/SessionsWidget#SessionsWidget',
    label: { en: 'Sessions today', id: 'Sesi hari ini' },
    width: 'small',
  },
  {
    slug: 'lunas-reports',
    component: '/plugin/fulfilment/admin/ReportsWidget#ReportsWidget',
    label: { en: 'Reports due', id: 'Laporan jatuh tempo' },
    width: 'small',
  },
  {
    slug: 'lunas-problems',
    component: '/plugin/problems/admin/ProblemsWidget#ProblemsWidget',
    label: { en: 'Problem reports', id: 'Laporan masalah' },
    width: 'medium',
  },
  {
    slug: 'lunas-reviews',
    component: '/plugin/payments/admin/ReviewsWidget#ReviewsWidget',
    label: { en: 'Money to review', id: 'Uang perlu ditinjau' },
    width: 'medium',
  },
]
