/** Nos about what is written of a working day: reports, tasks, announcements, statements. */
import type { RefusalWords } from './words.ts'

export const workRefusals = {
  'place-name-missing': {
    status: 422,
    field: 'nama',
    meaning: { id: 'Tempat ini belum bernama.', en: 'The place has no name.' },
    fix: { id: 'Tulis nama yang dikenal pegawai.', en: 'Write the name that people know.' },
  },
  'place-unit-unknown': {
    status: 422,
    field: 'unit',
    meaning: {
      id: 'Unit ini bukan bagian dari perangkat daerah ini.',
      en: 'This unit is no part of the agency.',
    },
    fix: { id: 'Pilih unit dari daftar.', en: 'Choose a unit from the list.' },
  },
  'place-point-unreadable': {
    status: 422,
    field: 'titik',
    meaning: {
      id: 'Titik ini bukan lintang dan bujur.',
      en: 'This point is no latitude and longitude.',
    },
    fix: {
      id: 'Salin dua angka desimal dari peta, misalnya -1.91234, 116.18765.',
      en: 'Copy two decimal numbers from a map, for example -1.91234, 116.18765.',
    },
  },
  'place-radius': {
    status: 422,
    field: 'radius',
    meaning: { id: 'Radius harus 20 sampai 20000 meter.', en: 'The radius is 20 to 20000 metres.' },
    fix: { id: 'Tulis angka bulat dalam meter.', en: 'Write a whole number of metres.' },
  },
  'return-reason-missing': {
    status: 422,
    meaning: {
      id: 'Ada yang berbeda dari rencana tanpa alasan.',
      en: 'Something is not as planned, and no reason is given.',
    },
    fix: { id: 'Tulis satu alasan untuk setiap jenis perbedaan.', en: 'Write one reason for each kind.' },
  },
  'report-person-unknown': {
    status: 404,
    meaning: {
      id: 'Tidak ada pegawai dengan nomor itu pada hari itu.',
      en: 'Nobody of that number is employed on that day.',
    },
    fix: { id: 'Periksa nomornya pada daftar pegawai.', en: 'Check the number in the staff list.' },
  },
  'report-not-yours': {
    status: 403,
    meaning: {
      id: 'Laporan orang lain hanya dicatat oleh atasannya, sesudah disampaikan lewat telepon atau WhatsApp.',
      en: 'The report of somebody else is entered only by their superior, once told by telephone or WhatsApp.',
    },
    fix: {
      id: 'Kirim laporan Anda sendiri, atau minta atasan orang itu mencatatnya.',
      en: 'Send your own, or ask the superior of that person to enter it.',
    },
  },
  'report-changed': {
    status: 422,
    meaning: {
      id: 'Laporan dengan nomor ini sudah diterima, tetapi isinya lain.',
      en: 'A report with this id was taken before, with other content.',
    },
    fix: {
      id: 'Yang diterima pertama tetap berlaku. Muat ulang halaman untuk melihatnya.',
      en: 'The first one stands. Load the page again to see it.',
    },
  },
  'report-day-off': {
    status: 422,
    meaning: { id: 'Hari itu libur, jadi tidak perlu laporan.', en: 'It is a day off: no report is needed.' },
    fix: {
      id: 'Pilih hari kerja. Tulisan Anda tidak hilang; salin bila masih perlu.',
      en: 'Choose a working day. What you wrote is not lost; copy it if you need it.',
    },
  },
  'report-on-leave': {
    status: 422,
    meaning: {
      id: 'Hari itu cuti, dinas luar, atau tugas belajar, jadi tidak perlu laporan harian.',
      en: 'That day is leave, travel or study: no daily report is needed.',
    },
    fix: {
      id: 'Bila keliru, minta BKPSDM membetulkan catatan cuti, lalu kirim lagi.',
      en: 'If that is wrong, ask the personnel agency to correct the record of leave, then send again.',
    },
  },
  'report-day-ahead': {
    status: 422,
    meaning: { id: 'Hari itu belum tiba.', en: 'That day is still to come.' },
    fix: { id: 'Periksa tanggalnya, lalu kirim lagi.', en: 'Check the date and send again.' },
  },
  'report-day-past': {
    status: 422,
    meaning: {
      id: 'Laporan untuk hari itu tidak dapat dikirim lagi, karena sudah lewat 31 hari.',
      en: 'A report of that day can no longer be sent: more than 31 days have passed.',
    },
    fix: { id: 'Sampaikan langsung kepada atasan.', en: 'Tell your superior.' },
  },
  'report-empty': {
    status: 422,
    field: 'hasil',
    meaning: { id: 'Laporan ini kosong.', en: 'The report is empty.' },
    fix: {
      id: 'Tulis apa yang dikerjakan. Satu atau dua kalimat cukup.',
      en: 'Write what was done. A sentence or two will do.',
    },
  },
  'report-too-long': {
    status: 422,
    field: 'hasil',
    meaning: { id: 'Laporan terlalu panjang.', en: 'The report is too long.' },
    fix: { id: 'Ringkas menjadi paling banyak 4.000 huruf.', en: 'Shorten it to at most 4,000 characters.' },
  },
  'report-sent-already': {
    status: 409,
    meaning: { id: 'Laporan hari itu sudah dikirim.', en: 'The report of that day has been sent already.' },
    fix: {
      id: 'Minta atasan mengembalikannya bila ada yang salah.',
      en: 'Ask your superior to return it if something is wrong.',
    },
  },
  'report-not-sent': {
    status: 409,
    meaning: { id: 'Laporan ini belum dikirim.', en: 'This report has not been sent.' },
    fix: { id: 'Tunggu sampai dikirim.', en: 'Wait until it is sent.' },
  },
  'report-reviewed-already': {
    status: 409,
    meaning: { id: 'Laporan ini sudah diperiksa.', en: 'This report has been reviewed already.' },
    fix: { id: 'Muat ulang halaman untuk melihat hasilnya.', en: 'Load the page again to see how it stands.' },
  },
  'report-own-review': {
    status: 403,
    meaning: { id: 'Laporan sendiri diperiksa oleh atasan.', en: 'Your own report is reviewed by your superior.' },
    fix: { id: 'Tunggu atasan memeriksanya.', en: 'Wait for your superior.' },
  },
  'report-not-yours-to-review': {
    status: 403,
    meaning: {
      id: 'Laporan ini diperiksa oleh atasan langsung atau pejabat yang menggantikannya.',
      en: 'This report is reviewed by the direct superior or whoever acts in their place.',
    },
    fix: { id: 'Periksa hanya laporan dari daftar Anda.', en: 'Review only the reports of your own list.' },
  },
  'report-return-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: {
      id: 'Alasan mengembalikan laporan belum ditulis.',
      en: 'The reason for returning the report is missing.',
    },
    fix: { id: 'Tulis apa yang perlu diperbaiki.', en: 'Write what needs to be mended.' },
  },
  'report-file-unreadable': {
    status: 422,
    meaning: {
      id: 'Berkas ini bukan foto JPEG, PNG, WebP, atau dokumen PDF yang utuh.',
      en: 'This file is no whole JPEG, PNG or WebP photo and no whole PDF.',
    },
    fix: { id: 'Pilih berkas lain, atau foto ulang.', en: 'Choose another file, or take the photo again.' },
  },
  'report-file-unknown': {
    status: 422,
    meaning: {
      id: 'Berkas yang disebut laporan ini belum diterima.',
      en: 'A file that the report names has not been received.',
    },
    fix: { id: 'Kirim berkasnya lebih dulu, lalu laporannya.', en: 'Send the file first, then the report.' },
  },
  'instruction-not-yours': {
    status: 403,
    field: 'pegawai',
    meaning: {
      id: 'Tugas hanya diberikan kepada bawahan atau pegawai perangkat daerah yang Anda pimpin.',
      en: 'Tasks go only to those who answer to you, or to the agency that you lead.',
    },
    fix: { id: 'Pilih dari daftar Anda.', en: 'Choose from your own list.' },
  },
  'instruction-incomplete': {
    status: 422,
    meaning: { id: 'Tugas ini belum lengkap.', en: 'The task is not complete.' },
    fix: { id: 'Lengkapi, lalu berikan lagi.', en: 'Complete it, then give it again.' },
  },
  'instruction-day-past': {
    status: 422,
    field: 'tenggat',
    meaning: { id: 'Tenggat tugas ini sudah lewat.', en: 'The day by which the task is due has passed.' },
    fix: { id: 'Pilih hari ini atau hari sesudahnya.', en: 'Choose today or a later day.' },
  },
  'announcement-incomplete': {
    status: 422,
    meaning: { id: 'Pengumuman ini belum lengkap.', en: 'The announcement is not complete.' },
    fix: { id: 'Lengkapi, lalu umumkan lagi.', en: 'Complete it, then announce it again.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
