import { describe, expect, it } from 'vitest'

import { readPanelForm } from '@/plugin/kernel/payload'

const post = (body: FormData | string, contentType?: string): Request =>
  new Request('http://localhost/api/staff/forgot-password', {
    body,
    ...(contentType && { headers: { 'content-type': contentType } }),
    method: 'POST',
  })

const multipart = (value: string): Request => {
  const form = new FormData()
  form.set('_payload', value)
  return post(form)
}

describe('What a form of the panel sends', () => {
  it('is read from JSON and from a multipart form alike', async () => {
    const sent = { email: 'siti@contoh.id' }
    expect(await readPanelForm(multipart(JSON.stringify(sent)))).toEqual(sent)
    expect(await readPanelForm(post(JSON.stringify(sent), 'application/json'))).toEqual(sent)
  })

  it.each([
    ['a form with something else in it', multipart('<a/>')],
    ['a form without the field', post(new FormData())],
    ['a form without a boundary', post('<a/>', 'multipart/form-data')],
    ['a form that breaks off', post('--x\r\nContent-Disp', 'multipart/form-data; boundary=x')],
    ['a text', post('<a/>', 'application/json')],
  ])('is refused with the field named: %s', async (_, request) => {
    await expect(readPanelForm(request)).rejects.toMatchObject({
      code: 'input.invalid',
      details: { field: 'body' },
    })
  })

  it('is not read beyond 64 KiB', async () => {
    await expect(readPanelForm(multipart('x'.repeat(70_000)))).rejects.toMatchObject({
      code: 'input.tooLarge',
    })
  })
})
