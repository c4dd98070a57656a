/** Nos about calling people to the office, and about telling them. */
import type { RefusalWords } from './words.ts'

const choosePerson = { id: 'Pilih pegawai lain.', en: 'Choose somebody else.' }
const speak = { id: 'Bicarakan langsung lewat telepon.', en: 'Speak to one another by telephone.' }

export const recallRefusals = {
  'recall-on-leave': {
    status: 422,
    meaning: { id: 'Pegawai ini sedang cuti, jadi tidak dapat dipanggil.', en: 'This person is on leave.' },
    fix: choosePerson,
  },
  'recall-on-travel': {
    status: 422,
    meaning: { id: 'Pegawai ini sedang dinas luar, jadi tidak dapat dipanggil.', en: 'This person is on travel.' },
    fix: choosePerson,
  },
  'recall-on-education': {
    status: 422,
    meaning: { id: 'Pegawai ini sedang tugas belajar, jadi tidak dapat dipanggil.', en: 'This person is studying.' },
    fix: choosePerson,
  },
  'recall-day-off': {
    status: 422,
    meaning: { id: 'Hari ini libur bagi pegawai ini.', en: 'It is a day off for this person.' },
    fix: { id: 'Panggil pada hari kerjanya.', en: 'Recall them on a working day.' },
  },
  'recall-at-office-already': {
    status: 409,
    meaning: {
      id: 'Pegawai ini sudah di kantor atau memang bertugas di kantor hari ini.',
      en: 'This person is at the office already, or is to be there today.',
    },
    fix: choosePerson,
  },
  'recall-open-already': {
    status: 409,
    meaning: {
      id: 'Pegawai ini sudah dipanggil dan panggilannya belum selesai.',
      en: 'This person has been recalled already and the recall is open.',
    },
    fix: { id: 'Lihat panggilan itu; kirim ulang bila perlu.', en: 'Look at that one; resend it if needed.' },
  },
  'recall-no-clause': {
    status: 422,
    meaning: {
      id: 'Tidak ada butir yang berlaku yang mewajibkan pegawai ini datang bila dipanggil.',
      en: 'No clause in force obliges this person to come when called.',
    },
    fix: {
      id: 'Minta dengan surat tugas, atau tanyakan kepada Bagian Organisasi.',
      en: 'Ask by a letter of assignment, or consult the organisation bureau.',
    },
  },
  'recall-reason-not-allowed': {
    status: 422,
    meaning: {
      id: 'Alasan ini tidak ada dalam butir yang berlaku.',
      en: 'The clause in force does not name this reason.',
    },
    fix: { id: 'Pilih alasan lain dari daftar.', en: 'Choose another reason from the list.' },
  },
  'recall-deadline-too-short': {
    status: 422,
    meaning: {
      id: 'Batas hadir terlalu dekat: sedikitnya 30 menit dari sekarang, hari ini.',
      en: 'The deadline is too near: at least 30 minutes from now, today.',
    },
    fix: { id: 'Beri waktu yang cukup untuk sampai.', en: 'Leave enough time to get there.' },
  },
  'recall-incomplete': {
    status: 422,
    meaning: { id: 'Panggilan ini belum lengkap.', en: 'This recall is not complete.' },
    fix: { id: 'Pilih pegawai dan tulis tempatnya.', en: 'Choose people and write the place.' },
  },
  'recall-stand-in': {
    status: 409,
    meaning: {
      id: 'Pengganti ialah satu orang lain, dan hanya selama belum ada yang dipanggil sebagai gantinya.',
      en: 'One other person stands in, and only while nobody has been called in that place.',
    },
    fix: {
      id: 'Pilih satu orang lain, atau panggil tanpa menggantikan siapa pun.',
      en: 'Choose one other person, or call people in nobody’s place.',
    },
  },
  'recall-comes-after-all': {
    status: 409,
    meaning: {
      id: 'Yang hendak digantikan tidak lagi berhalangan, atau bukan panggilan Anda hari ini.',
      en: 'Whoever was to be stood in for can come after all, or is not called by you today.',
    },
    fix: {
      id: 'Lihat papan panggilan. Bila tetap perlu, panggil tanpa menggantikan siapa pun.',
      en: 'Look at the board. If they are needed all the same, call them in nobody’s place.',
    },
  },
  'recall-not-yours': {
    status: 403,
    meaning: {
      id: 'Yang dapat dipanggil hanya bawahan atau pegawai perangkat daerah yang Anda pimpin.',
      en: 'Only those who answer to you, or work in the agency that you lead, can be recalled.',
    },
    fix: { id: 'Pilih dari daftar Anda.', en: 'Choose from your own list.' },
  },
  'recall-decline-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasan berhalangan belum ditulis.', en: 'The reason why you cannot come is missing.' },
    fix: {
      id: 'Tulis alasannya. Keterangan kesehatan tidak perlu ditulis.',
      en: 'Write it. Nothing about your health needs to be said.',
    },
  },
  'recall-answered-already': {
    status: 409,
    meaning: { id: 'Panggilan ini sudah dijawab.', en: 'This recall has been answered already.' },
    fix: speak,
  },
  'recall-arrived-already': {
    status: 409,
    meaning: { id: 'Pegawai ini sudah tercatat hadir.', en: 'This person is recorded as there already.' },
    fix: { id: 'Tidak ada lagi yang perlu dilakukan.', en: 'There is nothing more to do.' },
  },
  'recall-settled-already': {
    status: 409,
    meaning: {
      id: 'Panggilan ini sudah diselesaikan dengan catatan lain.',
      en: 'This recall has been settled with another word.',
    },
    fix: { id: 'Baca catatan yang ada.', en: 'Read the word that is there.' },
  },
  'recall-closed': {
    status: 409,
    meaning: { id: 'Panggilan ini sudah selesai.', en: 'This recall is over.' },
    fix: speak,
  },
  'recall-still-open': {
    status: 409,
    meaning: { id: 'Batas hadir belum lewat.', en: 'The deadline has not passed yet.' },
    fix: { id: 'Tunggu sampai batas hadir.', en: 'Wait for the deadline.' },
  },
  'recall-heard-when': {
    status: 422,
    meaning: {
      id: 'Jam telepon harus antara saat pegawai dipanggil dan sekarang.',
      en: 'The telephone call must lie between the order and now.',
    },
    fix: { id: 'Tulis pukul berapa pegawai menjawab.', en: 'Write when the person answered.' },
  },
  'recall-word-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Catatan penyelesaian belum ditulis.', en: 'The word that settles it is missing.' },
    fix: { id: 'Tulis apa yang Anda dengar dari pegawai itu.', en: 'Write what you heard from the person.' },
  },
  'notice-channel-off': {
    status: 409,
    meaning: {
      id: 'Saluran ini tidak sampai kepada pegawai itu.',
      en: 'This channel does not reach that person.',
    },
    fix: { id: 'Pakai saluran lain, atau telepon.', en: 'Use another channel, or call.' },
  },
  'notice-address-unusable': {
    status: 422,
    field: 'surel',
    meaning: { id: 'Alamat surel ini tidak dapat dipakai.', en: 'This mail address cannot be used.' },
    fix: { id: 'Tulis seperti nama@contoh.go.id.', en: 'Write it like name@example.go.id.' },
  },
  'notice-push-off': {
    status: 409,
    meaning: {
      id: 'Pemberitahuan di ponsel belum dipasang pada server ini.',
      en: 'Notices on phones are not set up on this server.',
    },
    fix: {
      id: 'Petugas TI mengisi PIKET_ORIGIN dengan alamat https.',
      en: 'The IT officer sets PIKET_ORIGIN to https.',
    },
  },
  'notice-phone-unusable': {
    status: 422,
    meaning: {
      id: 'Peramban ini memakai layanan pemberitahuan yang tidak dikenal.',
      en: 'This browser uses a service for notices that is not known.',
    },
    fix: { id: 'Pakai Chrome, Firefox, Edge atau Safari.', en: 'Use Chrome, Firefox, Edge or Safari.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
