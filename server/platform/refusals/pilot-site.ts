/** Nos about places where the restriction of activities is tried out. */
import type { RefusalWords } from './words.ts'

export const pilotSiteRefusals = {
  'pilot-site-incomplete': {
    status: 422,
    meaning: { id: 'Tempat ini belum lengkap.', en: 'This place is not complete.' },
    fix: { id: 'Lengkapi isian yang ditandai.', en: 'Fill in what is marked.' },
  },
  'pilot-site-area-unknown': {
    status: 422,
    field: 'wilayah',
    meaning: { id: 'Letaknya bukan di daerah ini.', en: 'It does not lie in this region.' },
    fix: {
      id: 'Pilih desa, kelurahan, atau kecamatan dari daftar.',
      en: 'Choose a village or a district from the list.',
    },
  },
  'pilot-site-area-misfit': {
    status: 422,
    field: 'wilayah',
    meaning: { id: 'Letaknya tidak cocok dengan jenisnya.', en: 'Where it lies does not fit its kind.' },
    fix: {
      id: 'Kecamatan dipilih untuk jenis kecamatan saja; jenis desa perlu desa, jenis kelurahan perlu kelurahan.',
      en: 'A district is for that kind alone; a desa needs a desa, a kelurahan a kelurahan.',
    },
  },
  'pilot-site-agency-unknown': {
    status: 422,
    field: 'opd',
    meaning: { id: 'Pendamping ini bukan perangkat daerah.', en: 'This escort is no agency of the region.' },
    fix: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
  },
  'pilot-site-dates-reversed': {
    status: 422,
    field: 'sampai',
    meaning: { id: 'Hari terakhir sebelum hari pertama.', en: 'The last day lies before the first.' },
    fix: { id: 'Betulkan urutan harinya.', en: 'Put the days in order.' },
  },
  'pilot-site-only-proposed': {
    status: 409,
    meaning: {
      id: 'Tempat ini masih usulan: belum ada yang dicoba di sana.',
      en: 'This place is a proposal still: nothing is tried out there yet.',
    },
    fix: {
      id: 'Periksa setelah Satgas menyatakan percontohannya berjalan.',
      en: 'Check it once the task force says that the pilot runs.',
    },
  },
  'pilot-site-changed': {
    status: 409,
    meaning: {
      id: 'Tempat ini sudah diubah orang lain sejak halaman Anda dibuka.',
      en: 'Somebody else has changed this place since you opened the page.',
    },
    fix: {
      id: 'Muat ulang halamannya, lihat keadaannya sekarang, lalu ubah bila masih perlu.',
      en: 'Load the page again, see how it stands now, and change it if that is still needed.',
    },
  },
  'pilot-site-checked': {
    status: 409,
    field: 'usulan',
    meaning: {
      id: 'Tempat ini sudah pernah diperiksa, jadi bukan usulan lagi.',
      en: 'This place was checked already: it is no proposal any more.',
    },
    fix: {
      id: 'Bila percontohannya berhenti, isi hari terakhirnya.',
      en: 'If the pilot stops, fill in its last day.',
    },
  },
  'pilot-site-checked-later': {
    status: 409,
    field: 'sampai',
    meaning: {
      id: 'Tempat ini masih diperiksa setelah hari itu.',
      en: 'This place was checked after that day.',
    },
    fix: {
      id: 'Pilih hari pemeriksaan terakhir atau sesudahnya.',
      en: 'Choose the day of the last check or a later one.',
    },
  },
  'pilot-site-there': {
    status: 409,
    meaning: {
      id: 'Tempat ini sudah menjadi percontohan dalam masa itu.',
      en: 'This place is a pilot already in that time.',
    },
    fix: {
      id: 'Ubah yang sudah ada. Bila tempatnya lain, beri nama yang membedakan.',
      en: 'Change the one that is there. If it is another place, give it a name that tells them apart.',
    },
  },
  'pilot-site-withdrawn': {
    status: 409,
    meaning: {
      id: 'Tempat ini sudah ditarik, karena dimasukkan dengan keliru.',
      en: 'This place was withdrawn: it was entered by mistake.',
    },
    fix: {
      id: 'Bila tempatnya memang percontohan, tambahkan lagi dengan data yang benar.',
      en: 'If it is a pilot after all, add it again as it is.',
    },
  },
  'pilot-site-withdrawn-why': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Belum ditulis mengapa tempat ini ditarik.', en: 'It is not said why this place is withdrawn.' },
    fix: { id: 'Tulis apa yang keliru.', en: 'Write what is wrong.' },
  },
  'pilot-check-day': {
    status: 422,
    field: 'hari',
    meaning: {
      id: 'Hari itu belum tiba, atau di luar masa percontohan.',
      en: 'That day is to come, or the place was no pilot on it.',
    },
    fix: {
      id: 'Pilih hari dalam masa percontohan, paling akhir hari ini.',
      en: 'Choose a day of the pilot, today at the latest.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
