/** What to do about a problem, by its code. Codes are stable and never reused (circular-language, section 12). */
import type { Bilingual } from './problem.ts'

export const fixes = {
  'PKT-101': {
    id: 'Perbaiki penulisan YAML di baris ini; teks yang memuat koma atau titik dua diberi tanda kutip.',
    en: 'Repair the YAML on this line; quote text that holds a comma or a colon.',
  },
  'PKT-201': {
    id: 'Ganti dengan salah satu bentuk yang diizinkan di sini.',
    en: 'Replace it with one of the forms allowed here.',
  },
  'PKT-202': {
    id: 'Hapus kunci ini atau betulkan ejaannya.',
    en: 'Remove this key or correct its spelling.',
  },
  'PKT-301': { id: 'Beri salah satu butir pengenal lain.', en: 'Give one of the clauses another id.' },
  'PKT-302': { id: 'Tulis pengenal butir yang ada, atau hapus.', en: 'Name a clause that exists, or remove it.' },
  'PKT-303': { id: 'Tambahkan definisinya atau betulkan namanya.', en: 'Define it or correct the name.' },
  'PKT-304': { id: 'Pilih salah satu bacaan dari daftar readings.', en: 'Choose one of the listed readings.' },
  'PKT-305': {
    id: 'Betulkan jalur pada set; butir baru ditulis clauses.+pengenal.',
    en: 'Correct the path in set; a new clause is written clauses.+id.',
  },
  'PKT-306': { id: 'Pilih bacaan lain.', en: 'Choose another reading.' },
  'PKT-401': {
    id: 'Betulkan salah satu tanggal, atau catat sebagai pertanyaan terbuka.',
    en: 'Correct one of the dates, or record an open question.',
  },
  'PKT-402': {
    id: 'Isi tanggal mulai, atau {event: …} bila menunggu penetapan.',
    en: 'Give a start, or {event: …} when it waits for a declaration.',
  },
  'PKT-403': {
    id: 'Pasangkan kind: proposal dengan status: proposed.',
    en: 'Pair kind: proposal with status: proposed.',
  },
  'PKT-404': {
    id: 'Hapus pengecualian ini; hanya butir sejenis dapat dikesampingkan.',
    en: 'Remove this exception; only clauses of one kind set each other aside.',
  },
  'PKT-405': {
    id: 'Tulis sebagai kewajiban, atau pilih pegawai dengan cara lain.',
    en: 'Write it as a duty, or select the people in another way.',
  },
  'PKT-406': {
    id: 'Turunkan batas bawah atau naikkan batas atas.',
    en: 'Lower the minimum or raise the maximum.',
  },
  'PKT-407': { id: 'Periksa kedua angka pada naskah.', en: 'Check both figures against the text.' },
  'PKT-408': {
    id: 'Putuskan lingkaran dengan menghapus satu over.',
    en: 'Break the circle by removing one over.',
  },
  'PKT-409': { id: 'Periksa jam mulai, jam selesai dan istirahat.', en: 'Check starts, ends and breaks.' },
  'PKT-501': { id: 'Tetapkan tanggal tinjau pada review.', en: 'Set a review date.' },
  'PKT-502': { id: 'Isi nomor setelah naskah asli diperoleh.', en: 'Fill it in from the original.' },
  'PKT-503': {
    id: 'Tanyakan kepada penerbit; biarkan null sampai dijawab.',
    en: 'Ask the issuer; leave null until answered.',
  },
  'PKT-504': {
    id: 'Biarkan null; sistem tidak menjatuhkan sanksi.',
    en: 'Leave null; the system pronounces no sanction.',
  },
  'PKT-505': { id: 'Isi tanggal setelah naskah asli diperoleh.', en: 'Fill it in from the original.' },
  'PKT-508': { id: 'Hapus salah satunya bila tidak dimaksud.', en: 'Remove one of them if not meant.' },
  'PKT-509': {
    id: 'Cari naskahnya dan salin butirnya; sampai itu berkas ini hanya mata rantai dasar hukum.',
    en: 'Find the text and transcribe its clauses; until then the file is only a link of the chain.',
  },
  'PKT-511': {
    id: 'Tulis over pada butir yang menang, atau persempit who salah satunya.',
    en: 'Write over on the clause that wins, or narrow the who of one.',
  },
  'PKT-512': {
    id: 'Biarkan bila memang bekerja seperti biasa, atau tambahkan butir.',
    en: 'Leave it where ordinary work is meant, or add a clause.',
  },
  'PKT-513': {
    id: 'Periksa who, when dan over butir itu terhadap daftar pegawai.',
    en: 'Check who, when and over of the clause against the staff list.',
  },
  'PKT-601': {
    id: 'Catat dua bacaan: tanggal benar atau hari benar.',
    en: 'Record two readings: date right or weekday right.',
  },
  'PKT-602': {
    id: 'Catat bacaan yang mungkin dan tanyakan penerbit.',
    en: 'Record the possible readings and ask the issuer.',
  },
  'PKT-603': { id: 'Cocokkan dengan sumber lain.', en: 'Compare with another source.' },
  'PKT-604': { id: 'Mintakan daftar lengkap.', en: 'Ask for the closed list.' },
  'PKT-605': { id: 'Cari suratnya dan isi target.', en: 'Find the document and fill in target.' },
  'PKT-606': {
    id: 'Jawab pertanyaan itu, atau biarkan sebagai rancangan.',
    en: 'Answer the question, or keep it a draft.',
  },
  'PKT-607': {
    id: 'Pilih over atau past_birthday, atau catat pertanyaan terbuka.',
    en: 'Choose over or past_birthday, or record an open question.',
  },
  'PKT-701': {
    id: 'Gunakan piket simulate untuk melihat akibatnya.',
    en: 'Use piket simulate to see what it would do.',
  },
  'PKT-702': {
    id: 'Jawab dahulu pertanyaan yang menahan pengumuman.',
    en: 'First answer the questions that hold back publication.',
  },
  'PKT-703': {
    id: 'Jawab dahulu pertanyaan yang menahan jadwal.',
    en: 'First answer the questions that hold back the roster.',
  },
} as const satisfies Record<string, Bilingual>

export type CircularCode = keyof typeof fixes
