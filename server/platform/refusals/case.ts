/** Nos about cases, and the measures that end them. */
import type { RefusalWords } from './words.ts'

export const caseRefusals = {
  'case-words-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Penjelasannya belum ditulis.', en: 'Nothing is written.' },
    fix: { id: 'Tulis setidaknya satu kalimat.', en: 'Write a sentence at least.' },
  },
  'case-not-your-turn': {
    status: 409,
    meaning: {
      id: 'Kasus ini sekarang bukan giliran Anda: sudah dijawab, waktunya lewat, atau menunggu orang lain.',
      en: 'It is not your turn in this case now: it is answered, the time is over, or it waits for somebody else.',
    },
    fix: { id: 'Baca keadaannya yang sekarang.', en: 'Read how it stands now.' },
  },
  'case-reason-missing': {
    status: 422,
    field: 'kata',
    meaning: { id: 'Alasan putusan belum ditulis.', en: 'The reason of the decision is missing.' },
    fix: { id: 'Tulis alasannya; pegawai itu membacanya.', en: 'Write the reason; the person reads it.' },
  },
  'case-clause-missing': {
    status: 422,
    field: 'butir',
    meaning: { id: 'Butir yang dilanggar belum disebut.', en: 'The clause that was broken is not named.' },
    fix: { id: 'Pilih salah satu butir kasus ini.', en: 'Choose one of the clauses of this case.' },
  },
  'case-measure-not-open': {
    status: 422,
    field: 'tindakan',
    meaning: {
      id: 'Tindakan itu tidak ada dalam jenjang, di luar wewenang Anda, atau lebih berat dari putusan yang dibanding.',
      en: 'That measure is not in the ladder, not yours to pronounce, or heavier than what was appealed.',
    },
    fix: { id: 'Pilih tindakan dari daftar.', en: 'Choose a measure of the list.' },
  },
  'case-measure-without-breach': {
    status: 422,
    field: 'tindakan',
    meaning: { id: 'Tanpa pelanggaran tidak ada tindakan.', en: 'Where nothing was broken no measure is taken.' },
    fix: { id: 'Kosongkan tindakannya.', en: 'Choose none.' },
  },
  'case-open-already': {
    status: 409,
    meaning: {
      id: 'Kasus tentang hal itu sudah dibuka untuk pegawai tersebut.',
      en: 'A case about that has been opened for this person.',
    },
    fix: { id: 'Ikuti kasus yang sudah ada.', en: 'Follow the one there is.' },
  },
  'case-not-theirs': {
    status: 422,
    field: 'pegawai',
    meaning: {
      id: 'Pegawai itu tidak ada hubungannya dengan temuan ini, atau Anda sendiri.',
      en: 'This person has no part in the finding, or is yourself.',
    },
    fix: { id: 'Pilih dari daftar.', en: 'Choose one of the list.' },
  },
  'case-no-ground': {
    status: 409,
    meaning: {
      id: 'Belum ada dasar untuk kasus: atasan belum mencatat ketidakhadiran itu sebagai hal yang perlu dibicarakan.',
      en: 'There is no ground for a case: the superior has not kept it as a matter to talk about.',
    },
    fix: { id: 'Selesaikan panggilannya lebih dahulu.', en: 'Settle the recall first.' },
  },
  'case-no-service-clause': {
    status: 409,
    meaning: {
      id: 'Pada hari itu tidak ada butir yang mewajibkan layanan ini buka untuk masyarakat. Kasus harus bersandar pada butir.',
      en: 'On that day no clause had this service open to the public. A case has to rest on a clause.',
    },
    fix: {
      id: 'Jawab pengaduannya, atau periksa di tempat.',
      en: 'Answer the complaint, or look on the spot.',
    },
  },
  'case-no-ban': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Pada hari itu tidak ada butir yang melarang pegawai ini bepergian ke luar daerah.',
      en: 'On that day no clause forbids this person to travel out of the region.',
    },
    fix: { id: 'Periksa harinya, dan izinnya.', en: 'Check the day, and the permit.' },
  },
  'case-day-far': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Kasus dibuka tentang hari ini atau 31 hari ke belakang.',
      en: 'Cases are about today or the 31 days before.',
    },
    fix: { id: 'Pilih hari yang lebih dekat.', en: 'Choose a nearer day.' },
  },
  'measure-incomplete': {
    status: 422,
    meaning: { id: 'Tindakan ini belum lengkap.', en: 'This measure is not complete.' },
    fix: {
      id: 'Tulis namanya, dan peraturan dengan pasalnya.',
      en: 'Write its name, and the regulation with its article.',
    },
  },
  'measure-rank-taken': {
    status: 409,
    field: 'tingkat',
    meaning: { id: 'Tingkat itu sudah dipakai tindakan lain.', en: 'Another measure stands on that step.' },
    fix: { id: 'Pilih tingkat lain.', en: 'Choose another step.' },
  },
  'measure-changed': {
    status: 409,
    meaning: {
      id: 'Tindakan ini sudah diubah sejak halaman dibuka.',
      en: 'This measure has been changed since the page was opened.',
    },
    fix: { id: 'Baca versinya yang sekarang.', en: 'Read its present version.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
