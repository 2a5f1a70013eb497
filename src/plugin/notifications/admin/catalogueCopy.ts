/** Words of the catalogue's page. */
export const CATALOGUE_COPY = {
  en: {
    audience: { customer: 'To the customer', staff: 'To the staff' },
    change: 'Change the words',
    channels: {
      email: 'E-mail',
      inApp: 'Account',
      text: 'E-mail as plain text',
      whatsapp: 'WhatsApp',
    },
    data: 'Filled with',
    intro:
      'Everything that the shop says by itself: to whom, by which way, and how it looks. Nothing here is sent.',
    language: 'Language',
    languages: { en: 'English', id: 'Indonesian' },
    legal: 'Always sent: nobody can switch it off',
    list: 'Messages',
    optional: 'The customer may switch it off',
    own: 'With your own words',
    sample: 'Made-up order',
    shown: 'Shown as',
    subject: 'Subject',
    title: 'Messages of the shop',
  },
  id: {
    audience: { customer: 'Kepada pelanggan', staff: 'Kepada staf' },
    change: 'Ubah teks',
    channels: { email: 'Email', inApp: 'Akun', text: 'Email teks polos', whatsapp: 'WhatsApp' },
    data: 'Diisi dengan',
    intro:
      'Semua yang disampaikan toko secara otomatis: kepada siapa, lewat mana, dan seperti apa tampilannya. Tidak ada yang dikirim dari sini.',
    language: 'Bahasa',
    languages: { en: 'Inggris', id: 'Indonesia' },
    legal: 'Selalu dikirim: tidak dapat dimatikan',
    list: 'Pesan',
    optional: 'Pelanggan boleh mematikannya',
    own: 'Memakai teks Anda',
    sample: 'Pesanan contoh',
    shown: 'Tampil sebagai',
    subject: 'Judul',
    title: 'Pesan otomatis toko',
  },
} as const
