import { filesPath, openFile, readFileForm } from '@/storefront/download/files'
import { fileNoticeOf } from '@/storefront/download/notice'
import { reportFault } from '@/storefront/shop'

/**
 * "Unduh": issues a link and sends the browser there, which saves the file and stays on its page. No
 * server action: Next would fetch the file itself before the browser does.
 */
export async function POST(request: Request): Promise<Response> {
  const data = await request.formData().catch(() => new FormData())
  const form = readFileForm(data)
  const target = await openFile(form).catch(async (error: unknown) => {
    await reportFault(error)
    return filesPath(form, fileNoticeOf(error))
  })
  const headers = {
    'Cache-Control': 'no-store',
    Location: target,
    'Referrer-Policy': 'no-referrer',
  }
  return new Response(null, { headers, status: 303 })
}
