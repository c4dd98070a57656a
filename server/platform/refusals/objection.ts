/** Nos about objections to a decision. */
import type { RefusalWords } from './words.ts'

export const objectionRefusals = {
  'objection-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis satu kalimat.', en: 'Write a sentence.' },
  },
  'objection-column-missing': {
    status: 422,
    field: 'kolom',
    meaning: { id: 'Kolom data kepegawaian yang keliru belum dipilih.', en: 'The wrong column is not chosen.' },
    fix: { id: 'Pilih kolomnya.', en: 'Choose the column of the staff record.' },
  },
  'objection-day-far': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Keberatan hanya untuk keputusan 31 hari ke belakang sampai 31 hari ke depan.',
      en: 'Objections are taken against decisions from 31 days back to 31 days ahead.',
    },
    fix: { id: 'Pilih hari yang lebih dekat.', en: 'Choose a nearer day.' },
  },
  'objection-open-already': {
    status: 409,
    meaning: {
      id: 'Keberatan tentang hal dan hari itu sudah diajukan dan belum selesai.',
      en: 'An objection about that matter and day is under way already.',
    },
    fix: { id: 'Tunggu jawabannya; lihat daftar Anda.', en: 'Wait for the answer; see your list.' },
  },
  'objection-not-yours-to-answer': {
    status: 403,
    meaning: {
      id: 'Keberatan ini sekarang bukan wewenang Anda: sudah dijawab, ditarik, atau menunggu pejabat lain.',
      en: 'The word on this objection is not yours now: it is answered, withdrawn, or waits for somebody else.',
    },
    fix: { id: 'Muat ulang daftar Anda.', en: 'Load your list again.' },
  },
  'objection-import-missing': {
    status: 422,
    field: 'mulai',
    meaning: {
      id: 'Belum disebut mulai daftar pegawai tanggal berapa datanya benar.',
      en: 'It is not said from which staff list on the record will be right.',
    },
    fix: { id: 'Isi tanggal daftar pegawai itu.', en: 'Give the day of that staff list.' },
  },
  'objection-import-day': {
    status: 422,
    field: 'mulai',
    meaning: {
      id: 'Tanggal daftar pegawai itu sebelum hari yang dibantah, atau lebih dari setahun sesudahnya.',
      en: 'That staff list is of before the day objected to, or of more than a year after it.',
    },
    fix: { id: 'Periksa tanggal dan tahunnya.', en: 'Look at the day and the year.' },
  },
  'objection-change-missing': {
    status: 422,
    field: 'halaman',
    meaning: {
      id: 'Belum disebut di halaman mana perubahannya tampak.',
      en: 'It is not said on which page the change is seen.',
    },
    fix: {
      id: 'Salin alamat halaman Piket daerah ini.',
      en: 'Copy the address of a page of Piket of this region.',
    },
  },
  'objection-change-elsewhere': {
    status: 422,
    field: 'halaman',
    meaning: {
      id: 'Alamat itu bukan alamat halaman Piket daerah ini.',
      en: 'That address is not one of a page of Piket of this region.',
    },
    fix: {
      id: 'Buka halaman tempat perubahannya tampak, lalu salin alamatnya.',
      en: 'Open the page on which the change is seen, and copy its address.',
    },
  },
  'objection-answer-mixed': {
    status: 422,
    meaning: {
      id: 'Ada isian yang bukan untuk putusan ini: halaman hanya untuk mengabulkan, tanggal daftar pegawai hanya untuk mengabulkan tentang data kepegawaian, butir hanya untuk menolak.',
      en: 'Something given is not for this answer: a page only grants, the day of a staff list only grants about the staff record, a clause only refuses.',
    },
    fix: { id: 'Kosongkan isian itu.', en: 'Leave that out.' },
  },
  'objection-clause-missing': {
    status: 422,
    field: 'butir',
    meaning: {
      id: 'Penolakan harus menyebut butir yang menjadi dasarnya, dari surat yang tercatat di daerah ini.',
      en: 'A refusal cites the clause it rests on, of a document filed in this region.',
    },
    fix: { id: 'Tulis surat dan butirnya, misalnya surat/c3.', en: 'Write document and clause, such as document/c3.' },
  },
  'objection-not-appealable': {
    status: 409,
    meaning: {
      id: 'Keberatan ini tidak dapat dibanding: belum ditolak, sudah dibanding, atau lewat 3 x 24 jam.',
      en: 'This objection cannot be appealed: not refused, appealed already, or more than 3 x 24 hours ago.',
    },
    fix: { id: 'Bicarakan dengan atasan Anda.', en: 'Speak to your superior.' },
  },
  'objection-closed': {
    status: 409,
    meaning: { id: 'Keberatan ini sudah selesai.', en: 'This objection is closed.' },
    fix: { id: 'Tidak ada yang perlu ditarik.', en: 'There is nothing to withdraw.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
