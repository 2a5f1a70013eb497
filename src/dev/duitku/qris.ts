/** A text in the shape of a dynamic QRIS payload, for a made-up merchant; no bank will pay it. */
export function qrisText({ amount, reference }: { amount: number; reference: string }): string {
  const body = [
    tag('00', '01'),
    tag('01', '12'),
    tag('26', tag('00', 'ID.CO.SIMULATOR.WWW') + tag('01', '936000000000000000')),
    tag('52', '5734'),
    tag('53', '360'),
    tag('54', String(amount)),
    tag('58', 'ID'),
    tag('59', 'SIMULATOR DUITKU'),
    tag('60', 'JAKARTA'),
    tag('62', tag('01', reference.slice(0, 25))),
  ].join('')
  return `${body}6304${crc16(`${body}6304`)}`
}

function tag(id: string, value: string): string {
  return id + String(value.length).padStart(2, '0') + value
}

/** CRC-16/CCITT-FALSE, as EMVCo wants it. */
function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}
