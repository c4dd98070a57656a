/** Nos about teams that go along with activities. */
import type { RefusalWords } from './words.ts'

const another = { id: 'Pilih tim lain, atau ubah daftarnya dahulu.', en: 'Choose another team, or settle that first.' }

export const escortRefusals = {
  'escort-moved': {
    status: 409,
    meaning: {
      id: 'Pendampingan ini sudah dijawab sejak halaman dibuka.',
      en: 'This escort has been answered since the page was opened.',
    },
    fix: { id: 'Baca keadaannya yang sekarang.', en: 'Read how it stands now.' },
  },
  'escort-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis satu kalimat; Satgas membacanya.', en: 'Write a sentence; the task force reads it.' },
  },
  'escort-day-over': {
    status: 409,
    meaning: { id: 'Hari kegiatan sudah lewat.', en: 'The day of the activity has passed.' },
    fix: { id: 'Catat kehadiran tim, atau biarkan.', en: 'Note whether the team came, or leave it.' },
  },
  'escort-day-ahead': {
    status: 409,
    meaning: { id: 'Hari kegiatan belum tiba.', en: 'The day of the activity has not come.' },
    fix: { id: 'Catat kehadiran pada harinya atau sesudahnya.', en: 'Note it on the day or later.' },
  },
  'escort-not-yours': {
    status: 403,
    meaning: { id: 'Anda bukan anggota tim ini.', en: 'You are not in this team.' },
    fix: { id: 'Minta anggotanya, atau Satgas, menjawab.', en: 'Ask a member, or the task force, to answer.' },
  },
  'escort-activity-closed': {
    status: 409,
    meaning: {
      id: 'Kegiatan ini dibatalkan, ditunda, atau belum disetujui Satgas di bawah aturan sekarang.',
      en: 'This activity is cancelled, postponed, or not cleared under the rules as they are now.',
    },
    fix: { id: 'Setujui kegiatannya dahulu, atau biarkan.', en: 'Clear the activity first, or leave it.' },
  },
  'escort-proposal-stale': {
    status: 409,
    meaning: {
      id: 'Kegiatan, tim, atau jawaban berubah sejak usulan ini dihitung.',
      en: 'Activities, teams or answers have changed since this proposal was made.',
    },
    fix: { id: 'Baca usulan yang baru, lalu kirim.', en: 'Read the new proposal, then send it.' },
  },
  'escort-team-missing': {
    status: 422,
    field: 'tim',
    meaning: { id: 'Timnya belum dipilih.', en: 'No team is chosen.' },
    fix: {
      id: 'Pilih satu tim dari daftar. Daftarnya kosong? Tambahkan tim di halaman Tim pendamping.',
      en: 'Choose a team of the list. Is it empty? Add a team on the page of escort teams.',
    },
  },
  'escort-team-elsewhere': {
    status: 422,
    field: 'tim',
    meaning: { id: 'Kegiatan ini di luar wilayah tim itu.', en: 'The activity is outside the area of that team.' },
    fix: another,
  },
  'escort-team-unavailable': {
    status: 409,
    field: 'tim',
    meaning: {
      id: 'Tim itu berhalangan, tidak berlaku pada hari itu, atau sudah menyerahkan kegiatan pada jam itu.',
      en: 'That team is away, does not serve on that day, or has handed on an activity of that time.',
    },
    fix: another,
  },
  'escort-team-twice': {
    status: 409,
    field: 'tim',
    meaning: {
      id: 'Tim itu mendampingi kegiatan lain pada jam itu, atau masih di perjalanan.',
      en: 'That team is at another activity then, or on its way.',
    },
    fix: another,
  },
  'escort-team-full': {
    status: 409,
    field: 'tim',
    meaning: {
      id: 'Tim itu sudah mendampingi sebanyak yang sanggup dalam sehari.',
      en: 'That team goes along with as many activities as it can on a day.',
    },
    fix: another,
  },
  'escort-team-incomplete': {
    status: 422,
    meaning: { id: 'Tim ini belum lengkap.', en: 'This team is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'escort-team-area-unknown': {
    status: 422,
    field: 'wilayah',
    meaning: { id: 'Wilayah itu tidak ada di daerah ini.', en: 'There is no such area in this region.' },
    fix: { id: 'Pilih wilayah dari daftar.', en: 'Choose an area of the list.' },
  },
  'escort-team-dates-reversed': {
    status: 422,
    field: 'sampai',
    meaning: { id: 'Hari terakhir lebih awal daripada hari pertama.', en: 'The last day lies before the first.' },
    fix: { id: 'Betulkan tanggalnya.', en: 'Correct the dates.' },
  },
  'escort-member-unknown': {
    status: 422,
    field: 'masuk',
    meaning: { id: 'Tidak ada akun dengan nomor masuk itu.', en: 'No account signs in with that number.' },
    fix: {
      id: 'Periksa nomornya; anggota dari luar pemda diundang dahulu oleh BKPSDM atau petugas TI.',
      en: 'Check it; members of outside bodies are invited first by the personnel agency or the IT officer.',
    },
  },
  'escort-absence-there': {
    status: 409,
    field: 'alasan',
    meaning: {
      id: 'Tim ini sudah dinyatakan berhalangan pada hari itu dengan alasan lain.',
      en: 'The team is said not to come that day already, for another reason.',
    },
    fix: { id: 'Cabut halangan itu lebih dahulu.', en: 'Withdraw that first.' },
  },
  'escort-absence-past': {
    status: 422,
    field: 'hari',
    meaning: { id: 'Hari itu sudah lewat.', en: 'That day has passed.' },
    fix: { id: 'Pilih hari ini atau sesudahnya.', en: 'Choose today or later.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
