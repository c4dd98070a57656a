/** Nos about what the public meets: channels of services, and complaints. */
import type { RefusalWords } from './words.ts'

const sendAgain = { id: 'Isian masih ada: kirim sekali lagi.', en: 'What was typed is still there: send it once more.' }

export const complaintRefusals = {
  'channel-unreadable': {
    status: 422,
    field: 'alamat',
    meaning: { id: 'Ini bukan alamat dari jenis yang dipilih.', en: 'This is no address of the kind that is chosen.' },
    fix: {
      id: 'Tulis nomor telepon, nomor WhatsApp Indonesia, alamat surel, atau alamat situs yang diawali https://.',
      en: 'Write a telephone number, an Indonesian WhatsApp number, a mail address, or a site that begins with https://.',
    },
  },
  'channel-there': {
    status: 409,
    field: 'alamat',
    meaning: { id: 'Saluran ini sudah ada pada unit itu.', en: 'The unit has this channel already.' },
    fix: { id: 'Tidak ada yang perlu ditambahkan.', en: 'There is nothing to add.' },
  },
  'channels-full': {
    status: 409,
    meaning: { id: 'Unit ini sudah memiliki lima saluran.', en: 'This unit has five channels already.' },
    fix: { id: 'Hapus yang tidak lagi dijawab.', en: 'Remove one that nobody answers any more.' },
  },
  'complaint-incomplete': {
    status: 422,
    meaning: { id: 'Pengaduan belum lengkap.', en: 'The complaint is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'complaint-unit-unknown': {
    status: 422,
    field: 'unit',
    meaning: { id: 'Layanan ini tidak ada dalam daftar.', en: 'This service is not on the list.' },
    fix: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
  },
  'complaint-day-out-of-range': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Pengaduan menyangkut hari ini atau 30 hari sebelumnya.',
      en: 'A complaint is about today or the 30 days before.',
    },
    fix: { id: 'Pilih hari yang lain.', en: 'Choose another day.' },
  },
  'complaint-too-fast': {
    status: 422,
    meaning: {
      id: 'Isian terkirim lebih cepat daripada orang menulis.',
      en: 'The form came faster than people write.',
    },
    fix: {
      id: 'Isian masih ada: tunggu beberapa detik, lalu kirim lagi.',
      en: 'What was typed is still there: wait some seconds, then send it again.',
    },
  },
  'complaint-form-old': {
    status: 422,
    meaning: { id: 'Halaman isian ini sudah terlalu lama terbuka.', en: 'This form has been open for too long.' },
    fix: sendAgain,
  },
  'complaint-form-unknown': {
    status: 422,
    meaning: {
      id: 'Isian ini tidak berasal dari halaman pengaduan.',
      en: 'This form is not of the page of complaints.',
    },
    fix: sendAgain,
  },
  'complaint-not-by-hand': {
    status: 422,
    meaning: { id: 'Isian yang harus kosong terisi.', en: 'A field that stays empty was filled in.' },
    fix: sendAgain,
  },
  'complaint-too-many': {
    status: 429,
    meaning: { id: 'Terlalu banyak pengaduan dalam waktu singkat.', en: 'Too many complaints in a short time.' },
    fix: {
      id: 'Isian masih ada: tunggu beberapa saat, lalu kirim lagi.',
      en: 'What was typed is still there: wait a while, then send it again.',
    },
  },
  'complaint-code-unknown': {
    status: 404,
    meaning: { id: 'Kode lacak ini tidak dikenal di daerah ini.', en: 'This region knows no such tracking code.' },
    fix: { id: 'Periksa setiap tandanya, lalu coba lagi.', en: 'Check each sign, then try again.' },
  },
  'complaint-too-many-codes': {
    status: 429,
    meaning: { id: 'Terlalu banyak kode lacak yang salah.', en: 'Too many wrong tracking codes.' },
    fix: { id: 'Tunggu beberapa saat, lalu coba lagi.', en: 'Wait a while, then try again.' },
  },
  'complaint-taken-up': {
    status: 409,
    meaning: {
      id: 'Pengaduan ini sudah ditangani orang lain.',
      en: 'Somebody else looks into this complaint already.',
    },
    fix: { id: 'Lihat siapa yang menanganinya di bawah.', en: 'See below who does.' },
  },
  'complaint-answered': {
    status: 409,
    meaning: { id: 'Pengaduan ini sudah dijawab.', en: 'This complaint was answered already.' },
    fix: { id: 'Jawabannya ada di bawah.', en: 'The answer stands below.' },
  },
  'complaint-answer-missing': {
    status: 422,
    field: 'jawaban',
    meaning: { id: 'Jawaban masih kosong.', en: 'The answer is empty.' },
    fix: { id: 'Tulis jawaban untuk pengadu.', en: 'Write what whoever complained is told.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
