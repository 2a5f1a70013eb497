import { reportNoticeOf } from '@/storefront/report/notice'
import { openReport, readReportForm, reportPath } from '@/storefront/report/reports'
import { reportFault } from '@/storefront/shop'

/**
 * "Unduh laporan": issues a link and sends the browser there, which saves the file and stays on its
 * page. No server action: Next would fetch the file itself before the browser does.
 */
export async function POST(request: Request): Promise<Response> {
  const data = await request.formData().catch(() => new FormData())
  const form = readReportForm(data)
  const target = await openReport(form).catch(async (error: unknown) => {
    await reportFault(error)
    return reportPath(form, reportNoticeOf(error))
  })
  const headers = {
    'Cache-Control': 'no-store',
    Location: target,
    'Referrer-Policy': 'no-referrer',
  }
  return new Response(null, { headers, status: 303 })
}
