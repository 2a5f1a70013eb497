import { describe, expect, it } from 'vitest'
import { decodeWords } from '@/dev/mail/encoding'
import { parseMail } from '@/dev/mail/mime'

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'))

describe('reading mails', () => {
  it('reads a plain mail without any MIME header', () => {
    const parsed = parseMail(mail('Subject: Halo', '', 'Selamat datang', 'di toko'))
    expect(parsed.text).toBe('Selamat datang\r\ndi toko')
    expect(parsed.html).toBeUndefined()
  })

  it('reads text and HTML of a multipart/alternative mail', () => {
    const parsed = parseMail(
      mail(
        'Content-Type: multipart/alternative;',
        ' boundary="--_NmP-1"',
        '',
        'preamble',
        '----_NmP-1',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Lunas=E2=9C=93 =',
        'terima kasih',
        '----_NmP-1',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('<p>Lunas ✓</p>').toString('base64'),
        '----_NmP-1--',
        'epilogue',
      ),
    )
    expect(parsed.text).toBe('Lunas✓ terima kasih')
    expect(parsed.html).toBe('<p>Lunas ✓</p>')
    expect(parsed.attachments).toEqual([])
  })

  it('names attachments inside nested parts', () => {
    const parsed = parseMail(
      mail(
        'Content-Type: multipart/mixed; boundary=a',
        '',
        '--a',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        '',
        'isi',
        '--b--',
        '--a',
        'Content-Type: application/pdf; name="spk.pdf"',
        'Content-Disposition: attachment; filename="SPK \\"1\\".pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'AAAA',
        '--a--',
      ),
    )
    expect(parsed.text).toBe('isi')
    expect(parsed.attachments).toEqual([
      { contentType: 'application/pdf', filename: 'SPK "1".pdf', size: 3 },
    ])
  })

  it('joins encoded words that were cut inside a character', () => {
    const bytes = Buffer.from('Pesanan ✓')
    const word = (part: Buffer) => `=?UTF-8?B?${part.toString('base64')}?=`
    const text = `${word(bytes.subarray(0, 9))}\r\n ${word(bytes.subarray(9))} 12`
    expect(decodeWords(text)).toBe('Pesanan ✓ 12')
    expect(decodeWords('=?utf-8?Q?Rp1=2E250=2E000_diterima?=')).toBe('Rp1.250.000 diterima')
  })

  it('shows folded and encoded headers in one line', () => {
    const parsed = parseMail(
      mail('Subject: =?utf-8?q?Pembayaran?=', ' =?utf-8?q?_diterima?=', '', ''),
    )
    expect(parsed.headers).toEqual([{ name: 'Subject', value: 'Pembayaran diterima' }])
  })

  it('survives damage: no end, no boundary, bottomless nesting', () => {
    const nested = Array.from({ length: 40 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary=n${depth}`,
      '',
      `--n${depth}`,
    ]).flat()
    for (const lines of [['Content-Type: multipart/mixed; boundary=x', '', '--x'], nested, ['']]) {
      expect(() => parseMail(mail(...lines))).not.toThrow()
    }
  })
})
