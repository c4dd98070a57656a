import type { Language } from '#platform/language.ts'

const id = {
  title: 'Kabar untuk sistem lain (webhook)',
  lead: 'Piket memberi tahu sistem lain begitu sesuatu terjadi. Kabar hanya memuat pengenal dan tautan: tidak ada nama, alasan, atau keadaan kesehatan. Isinya dibaca melalui API dengan token.',
  back: 'Akun saya',
  made: 'Alamat dicatat. Salin rahasianya sekarang: sesudah halaman ini ditutup, rahasia tidak dapat ditampilkan lagi.',
  failed: 'Belum dicatat',
  newTitle: 'Alamat baru',
  address: 'Alamat',
  addressHint: 'https, dan dapat dicapai dari internet. Misalnya: https://simpeg.contoh.go.id/piket',
  kinds: 'Kabarkan',
  make: 'Catat alamat',
  list: 'Alamat daerah ini',
  none: 'Belum ada alamat.',
  end: 'Hentikan',
  sent: 'Kiriman terakhir',
  nothingSent: 'Belum ada kiriman.',
  columns: { when: 'Waktu', what: 'Kejadian', where: 'Ke', state: 'Keadaan' },
  states: { queued: 'menunggu', taken: 'diterima', given_up: 'berhenti dicoba' },
  tries: (count: number) => `${count} kali dicoba`,
  answers: {
    'not-public': 'alamat menuju jaringan dalam',
    unreachable: 'tidak terhubung',
    'too-slow': 'tidak menjawab dalam 10 detik',
    ended: 'alamat dihentikan',
  } as Readonly<Record<string, string>>,
  status: (code: string) => `dijawab ${code}`,
  how: 'Memeriksa tanda tangan',
  howLead:
    'Setiap kiriman membawa piket-delivery (pengenal), piket-timestamp (detik sejak 1970) dan piket-signature: v1= diikuti HMAC-SHA-256 dari piket-timestamp, titik, dan isi kiriman, dengan rahasia sebagai kunci, dalam heksadesimal.',
  howOld: 'Tolak kiriman yang waktunya lebih dari lima menit dari jam Anda.',
  howTwice:
    'Kiriman yang sama dapat datang lebih dari sekali, dan urutannya dapat bertukar: kenali lagi dari piket-delivery.',
  howTaken:
    'Jawab dengan status 2xx dalam 10 detik. Selain itu Piket mencoba lagi, makin lama makin jarang, sampai satu hari.',
  kind: {
    'return-stated': 'pernyataan harian dikirim',
    'recall-ordered': 'pegawai dipanggil ke kantor',
    'recall-arrived': 'yang dipanggil sudah hadir',
    'recall-settled': 'panggilan ditutup atasan',
    'permit-granted': 'izin disetujui',
    'permit-refused': 'izin ditolak',
    'permit-revoked': 'izin dicabut',
    'correction-decided': 'koreksi kehadiran diputus',
    'circular-filed': 'surat edaran dicatat',
    'rosters-published': 'jadwal diterbitkan',
  } as Readonly<Record<string, string>>,
}

export type Text = typeof id

const en: Text = {
  title: 'News for other systems (webhooks)',
  lead: 'Piket tells other systems as soon as something has happened. It sends ids and links only: no name, no reason, nothing of health. What they stand for is read through the API with a token.',
  back: 'My account',
  made: 'The address is kept. Copy its secret now: once this page is closed it cannot be shown again.',
  failed: 'Nothing was kept',
  newTitle: 'A new address',
  address: 'Address',
  addressHint: 'With https, and reached from the internet. For example: https://hr.example.go.id/piket',
  kinds: 'Tell of',
  make: 'Keep the address',
  list: 'Addresses of this region',
  none: 'There are none.',
  end: 'End',
  sent: 'Sent last',
  nothingSent: 'Nothing was sent yet.',
  columns: { when: 'When', what: 'Event', where: 'To', state: 'State' },
  states: { queued: 'waits', taken: 'taken', given_up: 'given up' },
  tries: (count) => `tried ${count === 1 ? 'once' : `${count} times`}`,
  answers: {
    'not-public': 'the address leads into the inner network',
    unreachable: 'not connected',
    'too-slow': 'no answer in 10 seconds',
    ended: 'the address was ended',
  },
  status: (code) => `answered ${code}`,
  how: 'Verifying the signature',
  howLead:
    'Each delivery carries piket-delivery (its id), piket-timestamp (seconds since 1970) and piket-signature: v1= and the HMAC-SHA-256 over piket-timestamp, a dot, and the body, with the secret as key, in hexadecimal.',
  howOld: 'Refuse a delivery whose time is more than five minutes from your clock.',
  howTwice: 'The same delivery can come more than once, and in another order: know it again by piket-delivery.',
  howTaken: 'Answer with a status of 2xx in 10 seconds. Otherwise Piket tries again, at growing pauses, for a day.',
  kind: {
    'return-stated': 'a daily statement was sent',
    'recall-ordered': 'somebody was called to the office',
    'recall-arrived': 'who was called has arrived',
    'recall-settled': 'a recall was closed by the superior',
    'permit-granted': 'a permit was granted',
    'permit-refused': 'a permit was refused',
    'permit-revoked': 'a permit was revoked',
    'correction-decided': 'a correction was decided',
    'circular-filed': 'a circular was filed',
    'rosters-published': 'rosters were published',
  },
}

export const text: Readonly<Record<Language, Text>> = { id, en }
