import { toDisposition } from '../../kernel/files'

/** A PDF that we have just drawn, opened by the browser and kept by nobody. */
export const answerWithPreview = (bytes: Uint8Array, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Disposition': toDisposition(name).replace('attachment', 'inline'),
      'Content-Type': 'application/pdf',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })

/** A picture of a page that we have drawn ourselves. */
export const answerWithPicture = (bytes: Uint8Array): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': 'image/jpeg',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
