/** Nos about coordination meetings, their minutes and what they resolved. */
import type { RefusalWords } from './words.ts'

const addFirst = { id: 'Tambahkan dulu sebagai peserta.', en: 'Add them as a participant first.' }

export const meetingRefusals = {
  'meeting-incomplete': {
    status: 422,
    meaning: {
      id: 'Undangan rapat harus menyebut perihal, tujuan dan acara.',
      en: 'A meeting must say its subject, its aim and its agenda.',
    },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'meeting-ends-before-begin': {
    status: 422,
    field: 'selesai',
    meaning: { id: 'Rapat selesai sebelum dimulai.', en: 'The meeting ends before it begins.' },
    fix: { id: 'Tulis jam selesai sesudah jam mulai.', en: 'Write an end that is after the beginning.' },
  },
  'meeting-place-missing': {
    status: 422,
    field: 'tempat',
    meaning: {
      id: 'Peserta tidak tahu harus ke mana: rapat tatap muka perlu tempat, rapat video perlu tempat atau tautan.',
      en: 'Nobody knows where to go: a meeting in a room needs a place, one by video a place or a link.',
    },
    fix: { id: 'Tulis tempatnya, atau tautan videonya.', en: 'Write the place, or the link of the video.' },
  },
  'meeting-link-insecure': {
    status: 422,
    field: 'tautan',
    meaning: {
      id: 'Tautan video harus dimulai dengan https://.',
      en: 'The link of the video must begin with https://.',
    },
    fix: { id: 'Salin tautan dari undangan videonya.', en: 'Copy the link from the invitation of the video.' },
  },
  'meeting-participant-incomplete': {
    status: 422,
    meaning: {
      id: 'Peserta dari luar daftar pegawai perlu jabatan dan badan.',
      en: 'A participant from outside the staff list needs a post and a body.',
    },
    fix: {
      id: 'Lengkapi isian yang ditandai. Nama boleh kosong.',
      en: 'Fill in what is marked. The name may be empty.',
    },
  },
  'meeting-participant-unknown': {
    status: 422,
    meaning: { id: 'Orang ini tidak ada dalam daftar peserta.', en: 'This person is not among the participants.' },
    fix: addFirst,
  },
  'meeting-employee-unknown': {
    status: 422,
    meaning: { id: 'Pegawai ini tidak ada dalam data pegawai.', en: 'The staff data know no such person.' },
    fix: {
      id: 'Cari namanya lagi, lalu pilih dari hasilnya.',
      en: 'Look for the name again and choose from what is found.',
    },
  },
  'meeting-participant-twice': {
    status: 409,
    meaning: { id: 'Peserta ini sudah ada dalam daftar.', en: 'This participant is on the list already.' },
    fix: {
      id: 'Tidak perlu ditambahkan lagi. Orang lain yang bernama sama dari badan yang sama dicari di data pegawai.',
      en: 'Nothing is left to do. Somebody else of the same name and body is found in the staff data.',
    },
  },
  'meeting-participants-full': {
    status: 409,
    meaning: { id: 'Daftar peserta sudah penuh: 200 orang.', en: 'The list of participants is full: 200 people.' },
    fix: { id: 'Undang badan lain lewat wakilnya.', en: 'Call further bodies by one who speaks for them.' },
  },
  'meeting-chair-missing': {
    status: 422,
    meaning: { id: 'Rapat ini belum punya pimpinan.', en: 'This meeting has no chair yet.' },
    fix: {
      id: 'Pilih pimpinan dari daftar peserta, lalu mulai rapatnya.',
      en: 'Choose the chair among the participants, then begin the meeting.',
    },
  },
  'meeting-ahead': {
    status: 409,
    meaning: { id: 'Waktu rapat ini belum tiba.', en: 'The time of this meeting has not come.' },
    fix: {
      id: 'Notulen dibuka pada jam mulainya. Bila rapat dimajukan, batalkan yang ini dan undang lagi.',
      en: 'Its minutes open when it is to begin. If it was moved forward, cancel this one and call a new one.',
    },
  },
  'meeting-not-planned': {
    status: 409,
    meaning: {
      id: 'Rapat ini sudah dimulai, ditutup atau dibatalkan, jadi undangannya tidak berubah lagi.',
      en: 'This meeting has begun, is closed or cancelled: its invitation does not change any more.',
    },
    fix: { id: 'Buka notulennya, atau undang rapat baru.', en: 'Open its minutes, or call a new meeting.' },
  },
  'meeting-over': {
    status: 409,
    meaning: { id: 'Rapat ini sudah ditutup atau dibatalkan.', en: 'This meeting is closed or cancelled.' },
    fix: { id: 'Tulis ralat bila ada yang hadir tanpa tercatat.', en: 'Write a correction if somebody came unnoted.' },
  },
  'meeting-not-held': {
    status: 409,
    meaning: {
      id: 'Notulen rapat ini tidak sedang ditulis: rapatnya belum dimulai, atau notulennya sudah ditutup.',
      en: 'The minutes are not being written: the meeting has not begun, or they are closed.',
    },
    fix: {
      id: 'Mulai rapatnya; notulen yang sudah ditutup diberi ralat.',
      en: 'Begin the meeting; closed minutes are given a correction.',
    },
  },
  'meeting-not-closed': {
    status: 409,
    meaning: { id: 'Notulen rapat ini belum ditutup.', en: 'The minutes of this meeting are not closed.' },
    fix: {
      id: 'Keputusan mengikat setelah notulen ditutup.',
      en: 'What was resolved binds once the minutes are closed.',
    },
  },
  'meeting-closed-otherwise': {
    status: 409,
    meaning: {
      id: 'Notulen ini sudah ditutup dengan catatan lain.',
      en: 'These minutes are closed with another remark.',
    },
    fix: {
      id: 'Muat ulang halaman; tulis ralat bila perlu.',
      en: 'Reload the page, and write a correction if needed.',
    },
  },
  'meeting-correction-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Isi ralat belum ditulis.', en: 'The correction is not written.' },
    fix: { id: 'Tulis bagian yang keliru dan yang benar.', en: 'Write what is wrong and what is right.' },
  },
  'meeting-corrections-full': {
    status: 409,
    meaning: { id: 'Notulen ini sudah punya 99 ralat.', en: 'These minutes have 99 corrections already.' },
    fix: { id: 'Bahas lagi dalam rapat baru.', en: 'Speak of it in another meeting.' },
  },
  'meeting-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Pembatalan harus menyebut alasannya.', en: 'A cancellation must say why.' },
    fix: { id: 'Tulis alasannya dalam satu kalimat.', en: 'Write the reason in a sentence.' },
  },
  'meeting-attendance-open': {
    status: 422,
    meaning: {
      id: 'Kehadiran sebagian peserta belum dicatat.',
      en: 'It is not noted of every participant whether they came.',
    },
    fix: {
      id: 'Catat yang tidak hadir, lalu tekan "Selebihnya hadir".',
      en: 'Note who did not come, then press "All others were present".',
    },
  },
  'meeting-nobody-there': {
    status: 422,
    meaning: { id: 'Menurut catatan tidak seorang pun hadir.', en: 'By what is noted nobody was there.' },
    fix: { id: 'Perbaiki daftar hadirnya.', en: 'Mend the attendance list.' },
  },
  'meeting-chair-absent': {
    status: 422,
    meaning: {
      id: 'Menurut daftar hadir, pimpinan rapat tidak hadir dan tidak diwakili.',
      en: 'By the attendance list the chair neither came nor was represented.',
    },
    fix: {
      id: 'Buka undangan dan peserta, jadikan yang memimpin sebagai pimpinan, atau perbaiki daftar hadirnya.',
      en: 'Open the invitation and choose who did chair, or mend the attendance list.',
    },
  },
  'meeting-empty': {
    status: 422,
    field: 'catatan',
    meaning: {
      id: 'Notulen tidak memuat keputusan maupun catatan.',
      en: 'The minutes hold neither a resolution nor a remark.',
    },
    fix: {
      id: 'Tulis keputusannya, atau catat apa yang dibahas.',
      en: 'Write what was resolved, or what was discussed.',
    },
  },
  'meeting-representative-missing': {
    status: 422,
    field: 'wakil',
    meaning: { id: 'Nama yang mewakili belum ditulis.', en: 'Who came instead is not written.' },
    fix: { id: 'Tulis nama dan jabatannya.', en: 'Write their name and post.' },
  },
  'resolution-incomplete': {
    status: 422,
    meaning: { id: 'Keputusan ini belum lengkap.', en: 'This resolution is not whole.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'resolutions-full': {
    status: 409,
    meaning: {
      id: 'Notulen ini sudah sampai keputusan nomor 200.',
      en: 'These minutes have come to resolution number 200.',
    },
    fix: { id: 'Tulis sisanya dalam notulen rapat lain.', en: 'Write the rest into the minutes of another meeting.' },
  },
  'resolution-owner-unknown': {
    status: 422,
    meaning: {
      id: 'Penanggung jawabnya tidak dikenal: OPD harus ada dalam data pegawai, orang harus peserta dari daftar pegawai.',
      en: 'Its owner is not known: an agency of the staff data, or a participant from the staff list.',
    },
    fix: addFirst,
  },
  'resolution-due-before-meeting': {
    status: 422,
    field: 'tenggat',
    meaning: { id: 'Tenggatnya mendahului rapat.', en: 'It is due before the meeting.' },
    fix: { id: 'Pilih hari rapat atau sesudahnya.', en: 'Choose the day of the meeting or a later one.' },
  },
  'resolution-words-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Apa yang sudah dilakukan belum ditulis.', en: 'What was done is not written.' },
    fix: { id: 'Tulis dalam satu dua kalimat.', en: 'Write it in a sentence or two.' },
  },
  'resolution-settled': {
    status: 409,
    meaning: { id: 'Keputusan ini sudah dinyatakan selesai.', en: 'This resolution is settled already.' },
    fix: { id: 'Muat ulang halaman untuk membacanya.', en: 'Reload the page to read how.' },
  },
  'resolution-given': {
    status: 409,
    meaning: {
      id: 'Keputusan ini sudah menjadi tugas seorang pegawai.',
      en: 'This resolution has become the task of one person.',
    },
    fix: { id: 'Tugas dijawab dengan laporan harian pegawai itu.', en: 'A task is answered by their daily report.' },
  },
  'resolution-circular-unknown': {
    status: 422,
    field: 'edaran',
    meaning: { id: 'Surat ini tidak ada dalam daftar surat edaran.', en: 'No such document is filed.' },
    fix: { id: 'Pilih dari daftar, atau biarkan kosong.', en: 'Choose from the list, or leave it empty.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
