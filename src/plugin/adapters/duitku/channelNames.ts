/**
 * Duitku's channels of POP and v2 (docs.duitku.com, "Payment Method"), as people call them. The list
 * is open: Duitku adds channels without notice.
 */
const channelNames: Readonly<Record<string, string>> = {
  A1: 'ATM Bersama',
  AG: 'Artha Graha',
  AT: 'Atome',
  B1: 'CIMB Niaga',
  BC: 'BCA',
  BR: 'BRI (BRIVA)',
  BT: 'Permata',
  BV: 'BSI',
  DA: 'DANA',
  DM: 'Danamon',
  DN: 'Indodana',
  FT: 'Alfamart',
  I1: 'BNI',
  IR: 'Indomaret',
  LA: 'LinkAja',
  M2: 'Mandiri',
  NC: 'Neo Commerce',
  NQ: 'QRIS Nobu',
  OV: 'OVO',
  S1: 'Sahabat Sampoerna',
  SA: 'ShopeePay',
  SP: 'QRIS ShopeePay',
  SQ: 'QRIS Nusapay',
  VA: 'Maybank',
  VC: 'Kartu kredit atau debit',
}

/** What people call a channel, e.g. `BC` → BCA; the code itself when it is unknown. */
export const nameChannel = (code: string): string => channelNames[code.toUpperCase()] ?? code
