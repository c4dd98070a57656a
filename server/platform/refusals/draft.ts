/** Nos about drafts of documents. */
import type { RefusalWords } from './words.ts'

export const draftRefusals = {
  'draft-model-unknown': {
    status: 404,
    field: 'dari',
    meaning: { id: 'Dokumen asal ini tidak ada.', en: 'There is no such document to begin from.' },
    fix: { id: 'Pilih dari daftar.', en: 'Choose one of the list.' },
  },
  'draft-relation-elsewhere': {
    status: 422,
    field: 'hubungan',
    meaning: {
      id: 'Hanya surat daerah ini yang dapat diubah, diganti, atau diikuti; rangka dan surat daerah lain tidak.',
      en: 'Only a document of this region can be amended, replaced or followed, not a frame or a document of another region.',
    },
    fix: { id: 'Pilih tidak ada, atau asal yang lain.', en: 'Choose nothing, or another document to begin from.' },
  },
  'draft-amends-no-law': {
    status: 422,
    field: 'hubungan',
    meaning: {
      id: 'Hanya surat daerah ini yang berlaku dan berbutir yang dapat diubah.',
      en: 'Only a document of this region that is in force and has clauses can be amended.',
    },
    fix: { id: 'Pilih surat yang berlaku, atau hubungan yang lain.', en: 'Choose one in force, or another relation.' },
  },
  'draft-contradicts': {
    status: 409,
    meaning: {
      id: 'Konsep ini bertentangan dengan dirinya sendiri atau dengan surat yang berlaku, jadi akibatnya tidak dapat dihitung.',
      en: 'This draft contradicts itself or a document in force, so nothing follows from it.',
    },
    fix: { id: 'Betulkan dahulu yang disebut pada konsepnya.', en: 'Correct first what its bench names.' },
  },
  'clause-individual': {
    status: 409,
    meaning: {
      id: 'Butir ini menyangkut hal pribadi pegawai, misalnya kesehatan; siapa yang dikenainya tidak ditunjukkan di sini.',
      en: 'This clause hangs on individual particulars such as health; whom it reaches is not shown here.',
    },
    fix: {
      id: 'Bila suratnya sudah berlaku, setiap pegawai melihat sendiri butir yang mengenainya.',
      en: 'Once the document is in force, each person sees which clause reaches them.',
    },
  },
  'draft-nothing': {
    status: 422,
    field: 'naskah',
    meaning: { id: 'Belum ada asal dan belum ada naskah.', en: 'Neither a document nor a text is given.' },
    fix: { id: 'Pilih dokumen asal, atau tempelkan naskah YAML.', en: 'Choose a document, or paste a YAML text.' },
  },
  'draft-text-unreadable': {
    status: 422,
    field: 'naskah',
    meaning: { id: 'Naskah ini tidak terbaca.', en: 'This text does not read.' },
    fix: { id: 'Betulkan baris yang disebut.', en: 'Correct the line that is named.' },
  },
  'draft-ended': {
    status: 409,
    meaning: { id: 'Konsep ini sudah ditandatangani atau dihentikan.', en: 'This draft was signed or dropped.' },
    fix: {
      id: 'Mulai konsep baru dari suratnya bila masih ada yang perlu diubah.',
      en: 'Begin a new draft from its document if something is still to be changed.',
    },
  },
  'draft-edited-meanwhile': {
    status: 409,
    meaning: {
      id: 'Orang lain mengubah bagian yang sama sejak halaman ini dibuka.',
      en: 'Somebody else has changed the same part since this page was opened.',
    },
    fix: {
      id: 'Baca bunyinya sekarang. Bila perubahan Anda masih perlu, salin ketikan di bawah, muat ulang halamannya, lalu ubah lagi.',
      en: 'Read how it stands now. If your change is still wanted, copy what you typed below, load the page again and change it again.',
    },
  },
  'draft-overtaken': {
    status: 409,
    meaning: {
      id: 'Perubahan ini tidak dapat ditarik begitu saja: bagian yang sama sudah diubah lagi.',
      en: 'This change cannot simply be taken back: the same part was changed again.',
    },
    fix: { id: 'Tarik perubahan yang lebih baru lebih dahulu.', en: 'Take the newer change back first.' },
  },
  'draft-edit-unfit': {
    status: 422,
    meaning: {
      id: 'Perubahan ini tidak menghasilkan surat yang sah bentuknya.',
      en: 'What this change makes is no document of the right shape.',
    },
    fix: { id: 'Betulkan isian yang disebut.', en: 'Correct what is named.' },
  },
  'draft-title-missing': {
    status: 422,
    field: 'perihal',
    meaning: { id: 'Perihalnya belum ditulis.', en: 'The subject is missing.' },
    fix: { id: 'Tulis surat ini tentang apa.', en: 'Write what the document is about.' },
  },
  'draft-clause-gone': {
    status: 409,
    meaning: { id: 'Butir ini sudah tidak ada dalam konsep.', en: 'This clause is no longer in the draft.' },
    fix: { id: 'Muat ulang halamannya.', en: 'Load the page again.' },
  },
  'draft-clause-renamed': {
    status: 422,
    field: 'naskah',
    meaning: {
      id: 'Pengenal butir tidak boleh berubah: butir lain dan kutipan merujuk kepadanya.',
      en: 'The id of a clause must not change: other clauses and citations refer to it.',
    },
    fix: { id: 'Kembalikan id semula, atau tambah butir baru.', en: 'Put its id back, or add a new clause.' },
  },
  'draft-group-gone': {
    status: 409,
    meaning: { id: 'Kelompok ini sudah tidak ada dalam konsep.', en: 'This group is no longer in the draft.' },
    fix: { id: 'Muat ulang halamannya.', en: 'Load the page again.' },
  },
  'draft-reading-gone': {
    status: 409,
    field: 'bacaan',
    meaning: {
      id: 'Bacaan ini tidak ada, tidak mungkin, atau pertanyaannya sudah dijawab.',
      en: 'There is no such reading, it is impossible, or the question is answered.',
    },
    fix: { id: 'Pilih bacaan lain dari daftar.', en: 'Choose another reading of the list.' },
  },
  'draft-status': {
    status: 422,
    field: 'naskah',
    meaning: {
      id: 'Naskah konsep harus berstatus draft; statusnya berubah saat ditandatangani.',
      en: 'The text of a draft must have the status draft; it changes when it is signed.',
    },
    fix: { id: 'Tulis status: draft.', en: 'Write status: draft.' },
  },
  'signing-incomplete': {
    status: 422,
    meaning: { id: 'Catatan penandatanganan ini belum lengkap.', en: 'This record of the signature is not complete.' },
    fix: { id: 'Lengkapi, lalu kirim lagi.', en: 'Complete it and send it again.' },
  },
  'signing-no-pdf': {
    status: 422,
    field: 'surat',
    meaning: { id: 'Berkas ini bukan PDF yang utuh.', en: 'This file is no whole PDF.' },
    fix: { id: 'Pilih PDF surat yang ditandatangani.', en: 'Choose the PDF of the signed letter.' },
  },
  'letter-unready': {
    status: 409,
    meaning: { id: 'Surat ini belum siap ditandatangani.', en: 'This letter is not ready to be signed.' },
    fix: {
      id: 'Lengkapi pada bagian Surat di konsepnya, lalu ambil suratnya lagi.',
      en: 'Complete it under Letter in the draft, then fetch the letter again.',
    },
  },
  'signing-unsigned': {
    status: 422,
    field: 'surat',
    meaning: {
      id: 'Berkas ini surat dari Piket apa adanya; tanda tangannya belum ada.',
      en: 'This file is the letter as Piket made it; no signature was added.',
    },
    fix: { id: 'Pilih berkas yang sudah ditandatangani.', en: 'Choose the file that was signed.' },
  },
  'signing-differs-why': {
    status: 422,
    field: 'beda',
    meaning: {
      id: 'Berkas ini bukan surat yang dibuat Piket dari konsep dan isian ini, ditambah tanda tangan.',
      en: 'This file is not the letter that Piket made of this draft and this form, with a signature added.',
    },
    fix: {
      id: 'Tulis sebabnya, misalnya “pindaian surat bertanda tangan basah”, dan di mana bunyinya lain bila ada.',
      en: 'Say why, for instance “a scan of the letter signed by hand”, and where it says something else if it does.',
    },
  },
  'signing-read-anew': {
    status: 409,
    meaning: {
      id: 'Konsep ini diubah sejak halaman ini dibuka; yang ditandatangani bisa jadi bukan bunyi ini.',
      en: 'The draft was changed since this page was opened; what was signed may not be this text.',
    },
    fix: { id: 'Baca konsepnya lagi, lalu kirim lagi.', en: 'Read the draft again, then send again.' },
  },
  'signing-id-taken': {
    status: 409,
    meaning: { id: 'Pengenal konsep ini sudah dipakai surat lain.', en: 'Another document has the id of this draft.' },
    fix: { id: 'Ubah id pada naskah YAML-nya.', en: 'Change the id in its YAML text.' },
  },
  'signing-number-taken': {
    status: 409,
    field: 'nomor_surat',
    meaning: { id: 'Nomor ini sudah dipakai surat lain.', en: 'Another document has this number.' },
    fix: { id: 'Periksa nomor suratnya.', en: 'Check the number of the letter.' },
  },
  'signing-elsewhere': {
    status: 409,
    meaning: {
      id: 'Naskah ini menyebut daerah, tingkat, atau jenis yang bukan milik daerah ini.',
      en: 'This text names a region, a level or a kind that is not this region’s own.',
    },
    fix: {
      id: 'Betulkan region, level, dan kind pada naskah YAML-nya.',
      en: 'Correct region, level and kind in its YAML text.',
    },
  },
  'signing-empty': {
    status: 409,
    meaning: { id: 'Konsep ini belum memuat satu butir pun.', en: 'This draft holds no clause yet.' },
    fix: { id: 'Tambah butirnya lebih dahulu.', en: 'Add its clauses first.' },
  },
  'signing-date-ahead': {
    status: 422,
    field: 'tanggal_surat',
    meaning: { id: 'Tanggal suratnya belum tiba.', en: 'The date of the letter has not come yet.' },
    fix: {
      id: 'Catat suratnya setelah ditandatangani; hari mulai berlakunya boleh kemudian.',
      en: 'Keep the letter once it is signed; its first day may lie later.',
    },
  },
  'signing-id-unusable': {
    status: 409,
    meaning: {
      id: 'Pengenal konsep ini terlalu panjang atau memuat @.',
      en: 'The id of this draft is too long, or holds an @.',
    },
    fix: { id: 'Perpendek id pada naskah YAML-nya.', en: 'Shorten the id in its YAML text.' },
  },
  'signing-breaks': {
    status: 409,
    meaning: {
      id: 'Bersama surat yang sudah ada, surat ini tidak dapat dijalankan: perubahannya tidak cocok dengan yang diubahnya.',
      en: 'Beside the documents that are there this one cannot be carried out: what it changes does not fit.',
    },
    fix: { id: 'Betulkan hubungannya pada naskah YAML.', en: 'Correct its relations in the YAML text.' },
  },
  'signing-blocked': {
    status: 409,
    meaning: { id: 'Konsep ini belum dapat diberlakukan.', en: 'This draft cannot become law yet.' },
    fix: {
      id: 'Betulkan dan jawab yang disebut, di konsepnya.',
      en: 'Correct and answer what is named, in the draft.',
    },
  },
  'act-not-law': {
    status: 409,
    meaning: {
      id: 'Surat ini usulan atau sudah dihentikan; tidak ada yang dapat diperpanjang atau dicabut.',
      en: 'This document is a proposal, or was stopped: there is nothing to extend or to revoke.',
    },
    fix: { id: 'Mulai konsep dari surat ini.', en: 'Begin a draft from it.' },
  },
  'act-without-clauses': {
    status: 409,
    meaning: {
      id: 'Surat ini hanya menyangkut surat lain dan tidak memuat butir: memperpanjang atau mencabutnya tidak mengubah apa pun.',
      en: 'This document only does something to another one and holds no clause: to extend or revoke it changes nothing.',
    },
    fix: { id: 'Buka surat yang dimaksudnya.', en: 'Open the document that it is about.' },
  },
  'act-reading-unfit': {
    status: 409,
    meaning: {
      id: 'Bacaan ini tidak sesuai lagi: suratnya sudah diubah sejak pertanyaan itu ditulis.',
      en: 'This reading does not fit any more: the document has been amended since the question was written.',
    },
    fix: {
      id: 'Tulis yang dimaksud sebagai perubahan surat, atau pilih bacaan lain.',
      en: 'Write what is meant as an amendment, or choose another reading.',
    },
  },
  'act-ended': {
    status: 409,
    meaning: {
      id: 'Surat ini sudah dicabut atau diganti.',
      en: 'This document was revoked or replaced already.',
    },
    fix: {
      id: 'Terbitkan surat baru bila aturannya diperlukan lagi.',
      en: 'Issue a new one if the rule is wanted again.',
    },
  },
  'act-overtaken': {
    status: 409,
    meaning: {
      id: 'Surat lain dicatat pada saat yang sama; keadaan surat ini mungkin sudah berubah.',
      en: 'Another document was kept at the same moment; how this one stands may have changed.',
    },
    fix: {
      id: 'Muat ulang halamannya, periksa akhirnya, lalu kirim lagi.',
      en: 'Load the page again, check its end, and send again.',
    },
  },
  'act-end-open': {
    status: 409,
    field: 'sampai',
    meaning: {
      id: 'Surat ini berlaku tanpa hari akhir, atau sampai suatu penetapan: tidak ada yang perlu diperpanjang.',
      en: 'This document has no last day, or ends by a declaration: there is nothing to extend.',
    },
    fix: { id: 'Cabut, atau ganti dengan surat baru.', en: 'Revoke it, or replace it by a new document.' },
  },
  'act-end-not-later': {
    status: 422,
    field: 'sampai',
    meaning: {
      id: 'Akhir yang baru harus sesudah akhir yang sekarang, dan tidak sebelum tanggal suratnya.',
      en: 'The new end must lie after the present one, and not before the date of the letter.',
    },
    fix: { id: 'Periksa tanggalnya.', en: 'Check the day.' },
  },
  'act-from-early': {
    status: 422,
    field: 'sejak',
    meaning: {
      id: 'Pencabutan tidak dapat berlaku sebelum tanggal suratnya: hari-hari itu sudah dijalani menurut aturan lama.',
      en: 'A revocation cannot hold before the date of its letter: those days were lived by the old rule.',
    },
    fix: { id: 'Pilih hari sejak tanggal suratnya.', en: 'Choose a day from the date of the letter on.' },
  },
  'comparison-days': {
    status: 422,
    meaning: {
      id: 'Hari yang dibanding harus berurutan, dan paling banyak 31.',
      en: 'The days compared must follow each other, and be 31 at most.',
    },
    fix: { id: 'Pilih hari yang lain.', en: 'Choose other days.' },
  },
  'comparison-side': {
    status: 404,
    meaning: {
      id: 'Salah satu surat yang dibanding tidak ada, atau pada waktu itu belum ada.',
      en: 'One of the documents compared is not there, or was not yet there then.',
    },
    fix: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
  },
  'declaration-incomplete': {
    status: 422,
    meaning: { id: 'Penetapan ini belum lengkap.', en: 'This declaration is not complete.' },
    fix: { id: 'Lengkapi, lalu kirim lagi.', en: 'Complete it and send it again.' },
  },
  'declaration-end-early': {
    status: 422,
    field: 'sampai',
    meaning: { id: 'Hari terakhirnya sebelum hari mulainya.', en: 'The last day lies before the first.' },
    fix: { id: 'Periksa harinya.', en: 'Check the day.' },
  },
  'declaration-far': {
    status: 422,
    field: 'sejak',
    meaning: { id: 'Penetapan paling jauh satu tahun ke depan.', en: 'A declaration lies a year ahead at most.' },
    fix: { id: 'Periksa tahunnya.', en: 'Check the year.' },
  },
  'declaration-gone': {
    status: 409,
    meaning: { id: 'Kejadian ini tidak tercatat.', en: 'This event is not on record.' },
    fix: { id: 'Muat ulang halamannya.', en: 'Load the page again.' },
  },
  'declaration-place-unknown': {
    status: 404,
    field: 'tempat',
    meaning: { id: 'Unit ini tidak dikenal.', en: 'This unit is not known.' },
    fix: { id: 'Pilih dari daftar.', en: 'Choose from the list.' },
  },
  'draft-drop-reason-missing': {
    status: 422,
    field: 'alasan',
    meaning: { id: 'Alasannya belum ditulis.', en: 'The reason is missing.' },
    fix: { id: 'Tulis mengapa konsep ini dihentikan.', en: 'Write why this draft is dropped.' },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>
