import { describe, expect, it } from 'vitest'

import { channels } from '@/dev/duitku/channels'
import { createDuitkuGateway } from '@/plugin/adapters/duitku'

describe('A way to pay', () => {
  const { nameChannel } = createDuitkuGateway({
    apiKey: '00112233445566778899aabbccddeeff',
    merchantCode: 'DS99901',
    passportUrl: 'https://sandbox.duitku.com',
    popUrl: 'https://api-sandbox.duitku.com',
  })

  it('is called what people call it', () => {
    expect(nameChannel('BC')).toBe('BCA')
    expect(nameChannel('bc')).toBe('BCA')
  })

  it('that Duitku added since keeps its code', () => {
    expect(nameChannel('ZZ')).toBe('ZZ')
  })

  it.each(channels)('has a name for each that the documents list: $code', ({ code }) => {
    expect(nameChannel(code)).not.toBe(code)
  })
})
