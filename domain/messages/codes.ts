/** What each code means and what to do about it. Codes are stable and never reused (circular-language, section 12). */
import type { Bilingual } from './problem.ts'

/** A code in words: what happened, and what to do next. */
export interface CodeWords {
  readonly meaning: Bilingual
  readonly fix: Bilingual
}

/** Of documents, data files and the command line: 0 usage, 1 to 4 a text that is wrong, 5 and 6 what deserves a look, 7 refusals, 8 tables, 9 rosters. */
export const codes = {
  'PKT-001': {
    meaning: { id: 'Perintah dipakai dengan cara yang salah.', en: 'The command is used in a wrong way.' },
    fix: { id: 'Jalankan perintah itu dengan --help.', en: 'Run the command with --help.' },
  },
  'PKT-002': {
    meaning: {
      id: 'Berkas tidak dapat dibaca, atau isinya bukan seperti yang diharapkan.',
      en: 'A file cannot be read, or is not what it should be.',
    },
    fix: {
      id: 'Periksa nama dan jenis berkasnya: YAML, JSON, CSV UTF-8, atau XLSX.',
      en: 'Check the name and the kind of the file: YAML, JSON, CSV in UTF-8, or XLSX.',
    },
  },
  'PKT-003': {
    meaning: { id: 'Basis data tidak dapat dihubungi.', en: 'The database cannot be reached.' },
    fix: {
      id: 'Periksa alamat pada --database atau DATABASE_URL, dan apakah basis datanya berjalan.',
      en: 'Check the address in --database or DATABASE_URL, and whether the database runs.',
    },
  },
  'PKT-101': {
    meaning: { id: 'Berkas bukan YAML yang sah.', en: 'The file is no valid YAML.' },
    fix: {
      id: 'Perbaiki penulisan YAML di baris ini; teks yang memuat koma atau titik dua diberi tanda kutip.',
      en: 'Repair the YAML on this line; quote text that holds a comma or a colon.',
    },
  },
  'PKT-201': {
    meaning: { id: 'Isian tidak berbentuk seperti yang diizinkan.', en: 'A value does not have an allowed form.' },
    fix: {
      id: 'Ganti dengan salah satu bentuk yang diizinkan di sini.',
      en: 'Replace it with one of the forms allowed here.',
    },
  },
  'PKT-202': {
    meaning: { id: 'Kunci atau kolom tidak dikenal.', en: 'A key or column is not known.' },
    fix: { id: 'Hapus kunci ini atau betulkan ejaannya.', en: 'Remove this key or correct its spelling.' },
  },
  'PKT-301': {
    meaning: { id: 'Pengenal butir dipakai dua kali.', en: 'The id of a clause is used twice.' },
    fix: { id: 'Beri salah satu butir pengenal lain.', en: 'Give one of the clauses another id.' },
  },
  'PKT-302': {
    meaning: { id: 'Butir yang disebut tidak ada.', en: 'A clause that is named does not exist.' },
    fix: { id: 'Tulis pengenal butir yang ada, atau hapus.', en: 'Name a clause that exists, or remove it.' },
  },
  'PKT-303': {
    meaning: {
      id: 'Kelompok, tabel, jam kerja, lapis, atau surat yang disebut tidak ada.',
      en: 'A group, table, timetable, layer or document that is named does not exist.',
    },
    fix: { id: 'Tambahkan definisinya atau betulkan namanya.', en: 'Define it or correct the name.' },
  },
  'PKT-304': {
    meaning: { id: 'Bacaan yang dipilih tidak ada.', en: 'The reading chosen does not exist.' },
    fix: { id: 'Pilih salah satu bacaan dari daftar readings.', en: 'Choose one of the listed readings.' },
  },
  'PKT-305': {
    meaning: {
      id: 'Bacaan atau perubahan tidak dapat diterapkan pada naskah.',
      en: 'A reading or amendment does not fit the text.',
    },
    fix: {
      id: 'Betulkan jalur pada set; butir baru ditulis clauses.+pengenal.',
      en: 'Correct the path in set; a new clause is written clauses.+id.',
    },
  },
  'PKT-306': {
    meaning: {
      id: 'Bacaan yang dipilih dinyatakan tidak mungkin.',
      en: 'The reading chosen is stated to be impossible.',
    },
    fix: { id: 'Pilih bacaan lain.', en: 'Choose another reading.' },
  },
  'PKT-307': {
    meaning: {
      id: 'Pengenal pertanyaan, bacaan, lapis, atau sumber dipakai dua kali.',
      en: 'The id of a question, reading, layer or source is used twice.',
    },
    fix: { id: 'Beri salah satunya pengenal lain.', en: 'Give one of them another id.' },
  },
  'PKT-308': {
    meaning: {
      id: 'Surat yang diubah sudah berakhir, atau berbunyi lain sejak konsep perubahannya dimulai.',
      en: 'The document that is amended has ended, or reads otherwise since the draft of its amendment was begun.',
    },
    fix: {
      id: 'Lanjutkan di atas naskah terbaru; yang sudah diubah dibawa serta.',
      en: 'Continue on the newest text; what was changed comes along.',
    },
  },
  'PKT-309': {
    meaning: {
      id: 'Masa berlaku perubahan tidak sesuai dengan surat yang diubah.',
      en: 'The period of an amendment does not suit the document that it amends.',
    },
    fix: {
      id: 'Mulai di dalam masa berlaku surat itu, dan tulis akhirnya sebagai tanggal.',
      en: 'Begin inside the period of that document, and write the end as a date.',
    },
  },
  'PKT-401': {
    meaning: { id: 'Surat berakhir sebelum mulai.', en: 'The document ends before it starts.' },
    fix: {
      id: 'Betulkan salah satu tanggal, atau catat sebagai pertanyaan terbuka.',
      en: 'Correct one of the dates, or record an open question.',
    },
  },
  'PKT-402': {
    meaning: { id: 'Surat berlaku tetapi tanggal mulainya kosong.', en: 'The document is in force and has no start.' },
    fix: {
      id: 'Isi tanggal mulai, atau {event: …} bila menunggu penetapan.',
      en: 'Give a start, or {event: …} when it waits for a declaration.',
    },
  },
  'PKT-403': {
    meaning: { id: 'Usulan dan status surat tidak sejalan.', en: 'A proposal and the status contradict each other.' },
    fix: { id: 'Pasangkan kind: proposal dengan status: proposed.', en: 'Pair kind: proposal with status: proposed.' },
  },
  'PKT-404': {
    meaning: { id: 'Butir mengesampingkan butir yang tidak sejenis.', en: 'A clause is over one of another kind.' },
    fix: {
      id: 'Hapus pengecualian ini; hanya butir sejenis dapat dikesampingkan.',
      en: 'Remove this exception; only clauses of one kind set each other aside.',
    },
  },
  'PKT-405': {
    meaning: { id: 'Penempatan bergantung pada penempatan itu sendiri.', en: 'A placement hangs on placement itself.' },
    fix: {
      id: 'Tulis sebagai kewajiban, atau pilih pegawai dengan cara lain.',
      en: 'Write it as a duty, or select the people in another way.',
    },
  },
  'PKT-406': {
    meaning: { id: 'Batas bawah kuota di atas batas atasnya.', en: 'The minimum of a quota is above its maximum.' },
    fix: { id: 'Turunkan batas bawah atau naikkan batas atas.', en: 'Lower the minimum or raise the maximum.' },
  },
  'PKT-407': {
    meaning: {
      id: 'Dua bagian kuota tidak berjumlah 100 persen.',
      en: 'The two shares of a quota do not add up to 100 percent.',
    },
    fix: { id: 'Periksa kedua angka pada naskah.', en: 'Check both figures against the text.' },
  },
  'PKT-408': {
    meaning: { id: 'Butir mengesampingkan dirinya melalui butir lain.', en: 'A clause is over itself through others.' },
    fix: { id: 'Putuskan lingkaran dengan menghapus satu over.', en: 'Break the circle by removing one over.' },
  },
  'PKT-409': {
    meaning: {
      id: 'Jam kerja seminggu tidak sesuai jumlah yang disebut.',
      en: 'The timetable does not add up to the stated week.',
    },
    fix: { id: 'Periksa jam mulai, jam selesai dan istirahat.', en: 'Check starts, ends and breaks.' },
  },
  'PKT-410': {
    meaning: {
      id: 'Hubungan antarsurat tidak menyebut apa yang diubahnya.',
      en: 'A relation does not state what it changes.',
    },
    fix: {
      id: 'Isi until pada extends; isi set pada amends dan corrects.',
      en: 'State until for extends, and set for amends and corrects.',
    },
  },
  'PKT-411': {
    meaning: {
      id: 'Baris tabel tidak dapat dipakai butir yang mencarinya.',
      en: 'A row of a table cannot be used by the clause that looks there.',
    },
    fix: {
      id: 'Isi setiap kunci by dan nilai yang diterima butirnya; satu baris untuk satu masa.',
      en: 'Give every key of by and a value that the clause takes; one row for one time.',
    },
  },
  'PKT-412': {
    meaning: {
      id: 'Waktu pada butir kosong atau tidak pernah terjadi.',
      en: 'The days of a clause say nothing or never come.',
    },
    fix: {
      id: 'Betulkan tanggal, hari, atau jamnya; hapus when bila berlaku selalu.',
      en: 'Correct the dates, weekdays or hours; remove when where it always holds.',
    },
  },
  'PKT-413': {
    meaning: { id: 'Pola kosong atau tidak dapat dipenuhi.', en: 'A pattern says nothing or cannot be kept.' },
    fix: {
      id: 'Sebut limit, run, alternate, atau teams dengan batas yang mungkin.',
      en: 'State limit, run, alternate or teams with bounds that can be kept.',
    },
  },
  'PKT-414': {
    meaning: {
      id: 'Jam kerja atau presensi kosong, terbalik, atau ganda.',
      en: 'Hours of work or presence are missing, backwards or doubled.',
    },
    fix: {
      id: 'Betulkan jamnya; satu baris untuk setiap hari, musim, dan sif.',
      en: 'Correct the hours; one row for each weekday, season and shift.',
    },
  },
  'PKT-415': {
    meaning: {
      id: 'Kuota menyebut jumlah tepat dan juga batas.',
      en: 'A quota states an exact number and a bound as well.',
    },
    fix: { id: 'Pakai exact saja, atau max dan min.', en: 'Use exact alone, or max and min.' },
  },
  'PKT-416': {
    meaning: {
      id: 'Waktu kewajiban tidak pernah tiba atau dihitung dua cara.',
      en: 'The time of a duty never comes or is counted in two ways.',
    },
    fix: {
      id: 'Hari dalam sepekan 1 sampai 7, dalam sebulan 1 sampai 31; sesudah sesuatu: days atau workdays.',
      en: 'Days of a week are 1 to 7, of a month 1 to 31; after something: days or workdays.',
    },
  },
  'PKT-417': {
    meaning: {
      id: 'Surat lain dari daerah yang sama masih berlaku pada hari yang sama, tanpa hubungan.',
      en: 'Another document of the same region is in force on the same days, without a relation.',
    },
    fix: {
      id: 'Tulis hubungannya: replaces bila surat itu harus berhenti, follows bila memang tetap mengisi.',
      en: 'State the relation: replaces if that one is to end, follows if it is meant to go on filling.',
    },
  },
  'PKT-418': {
    meaning: {
      id: 'Perubahan yang menghapus semua butir adalah pencabutan.',
      en: 'An amendment that takes out every clause is a revocation.',
    },
    fix: {
      id: 'Sisakan butir yang tetap berlaku, atau cabut suratnya.',
      en: 'Leave the clauses that stay, or revoke the document.',
    },
  },
  'PKT-501': {
    meaning: { id: 'Surat tanpa akhir.', en: 'The document has no end.' },
    fix: { id: 'Tetapkan tanggal tinjau pada review.', en: 'Set a review date.' },
  },
  'PKT-502': {
    meaning: { id: 'Nomor surat belum diketahui.', en: 'The number of the document is not known.' },
    fix: { id: 'Isi nomor setelah naskah asli diperoleh.', en: 'Fill it in from the original.' },
  },
  'PKT-503': {
    meaning: {
      id: 'Kewajiban tanpa tenggat atau tanpa penerima.',
      en: 'A duty without a due time or without a recipient.',
    },
    fix: {
      id: 'Tanyakan kepada penerbit; biarkan null sampai dijawab.',
      en: 'Ask the issuer; leave null until answered.',
    },
  },
  'PKT-504': {
    meaning: { id: 'Sanksi disebut tanpa isinya.', en: 'A sanction is mentioned without its content.' },
    fix: { id: 'Biarkan null; sistem tidak menjatuhkan sanksi.', en: 'Leave null; the system pronounces no sanction.' },
  },
  'PKT-505': {
    meaning: { id: 'Tanggal surat belum diketahui.', en: 'The date of issue is not known.' },
    fix: { id: 'Isi tanggal setelah naskah asli diperoleh.', en: 'Fill it in from the original.' },
  },
  'PKT-508': {
    meaning: { id: 'Kuota memuat dua cara menghitung.', en: 'A quota holds two ways of counting.' },
    fix: { id: 'Hapus salah satunya bila tidak dimaksud.', en: 'Remove one of them if not meant.' },
  },
  'PKT-509': {
    meaning: { id: 'Surat tanpa butir.', en: 'The document has no clauses.' },
    fix: {
      id: 'Cari naskahnya dan salin butirnya; sampai itu berkas ini hanya mata rantai dasar hukum.',
      en: 'Find the text and transcribe its clauses; until then the file is only a link of the chain.',
    },
  },
  'PKT-511': {
    meaning: { id: 'Dua butir bertabrakan pada orang yang sama.', en: 'Two clauses collide on the same person.' },
    fix: {
      id: 'Tulis over pada butir yang menang, atau persempit who salah satunya.',
      en: 'Write over on the clause that wins, or narrow the who of one.',
    },
  },
  'PKT-512': {
    meaning: { id: 'Ada pegawai yang tidak diatur butir mana pun.', en: 'No clause speaks of some of the staff.' },
    fix: {
      id: 'Biarkan bila memang bekerja seperti biasa, atau tambahkan butir.',
      en: 'Leave it where ordinary work is meant, or add a clause.',
    },
  },
  'PKT-513': {
    meaning: { id: 'Butir tidak pernah menentukan siapa pun.', en: 'A clause decides for nobody.' },
    fix: {
      id: 'Periksa who, when dan over butir itu terhadap daftar pegawai.',
      en: 'Check who, when and over of the clause against the staff list.',
    },
  },
  'PKT-514': {
    meaning: {
      id: 'Kata tidak ada dalam daftar kata yang dikenal.',
      en: 'A word is in none of the known vocabularies.',
    },
    fix: {
      id: 'Betulkan ejaannya; kata yang tidak dikenal tidak memilih siapa pun.',
      en: 'Correct its spelling; an unknown word selects nobody.',
    },
  },
  'PKT-515': {
    meaning: { id: 'Rujukan menyebut sumber yang tidak ada.', en: 'A cite names a source that is not listed.' },
    fix: { id: 'Tambahkan pada sources, atau betulkan cite.', en: 'Add it to the sources, or correct the cite.' },
  },
  'PKT-516': {
    meaning: {
      id: 'Pemilih tidak berarti pada butir sejenis ini.',
      en: 'A selector means nothing in a clause of this kind.',
    },
    fix: {
      id: 'Pilih unit atau kelompok pada layanan; masyarakat hanya pada kewajiban dan larangan.',
      en: 'Select units or groups in a service; the public in duties and bans.',
    },
  },
  'PKT-517': {
    meaning: { id: 'Tabel tidak dipakai butir mana pun.', en: 'No clause looks at a table.' },
    fix: {
      id: 'Hapus tabelnya, atau sebut pada butir yang memerlukannya.',
      en: 'Remove the table, or name it in the clause that needs it.',
    },
  },
  'PKT-601': {
    meaning: { id: 'Tanggal dan nama hari tidak cocok.', en: 'A date and its weekday do not agree.' },
    fix: {
      id: 'Catat dua bacaan: tanggal benar atau hari benar.',
      en: 'Record two readings: date right or weekday right.',
    },
  },
  'PKT-602': {
    meaning: { id: 'Jumlah yang disebut tidak sama dengan daftarnya.', en: 'A stated count differs from its list.' },
    fix: {
      id: 'Catat bacaan yang mungkin dan tanyakan penerbit.',
      en: 'Record the possible readings and ask the issuer.',
    },
  },
  'PKT-603': {
    meaning: { id: 'Angka tidak sama dengan jumlah bagiannya.', en: 'A figure differs from the sum of its parts.' },
    fix: { id: 'Cocokkan dengan sumber lain.', en: 'Compare with another source.' },
  },
  'PKT-604': {
    meaning: { id: 'Daftar hanya berisi contoh.', en: 'A list holds examples only.' },
    fix: { id: 'Mintakan daftar lengkap.', en: 'Ask for the closed list.' },
  },
  'PKT-605': {
    meaning: { id: 'Surat yang dirujuk belum dikenali.', en: 'The document referred to is not identified.' },
    fix: { id: 'Cari suratnya dan isi target.', en: 'Find the document and fill in target.' },
  },
  'PKT-606': {
    meaning: {
      id: 'Pertanyaan terbuka menahan halaman, jadwal, atau pengumuman.',
      en: 'An open question holds back a page, a roster or publication.',
    },
    fix: {
      id: 'Jawab pertanyaan itu, atau biarkan sebagai rancangan.',
      en: 'Answer the question, or keep it a draft.',
    },
  },
  'PKT-607': {
    meaning: {
      id: 'Batas umur tidak menyebut apakah hari ulang tahun ikut.',
      en: 'An age limit leaves open whether the birthday counts.',
    },
    fix: {
      id: 'Pilih over atau past_birthday, atau catat pertanyaan terbuka.',
      en: 'Choose over or past_birthday, or record an open question.',
    },
  },
  'PKT-701': {
    meaning: {
      id: 'Hanya ada usulan atau konsep: bukan aturan.',
      en: 'There are only proposals or drafts: they are not law.',
    },
    fix: { id: 'Gunakan piket simulate untuk melihat akibatnya.', en: 'Use piket simulate to see what it would do.' },
  },
  'PKT-702': {
    meaning: { id: 'Pertanyaan terbuka menahan pengumuman.', en: 'An open question holds back publication.' },
    fix: {
      id: 'Jawab dahulu pertanyaan yang menahan pengumuman.',
      en: 'First answer the questions that hold back publication.',
    },
  },
  'PKT-703': {
    meaning: { id: 'Pertanyaan terbuka menahan jadwal.', en: 'An open question holds back the roster.' },
    fix: {
      id: 'Jawab dahulu pertanyaan yang menahan jadwal.',
      en: 'First answer the questions that hold back the roster.',
    },
  },
  'PKT-801': {
    meaning: {
      id: 'NIP kosong, salah, atau tersimpan sebagai angka.',
      en: 'The NIP is missing, wrong, or stored as a number.',
    },
    fix: {
      id: 'Cocokkan dengan surat keputusan pengangkatan; kolomnya berformat teks.',
      en: 'Compare it with the decree of appointment; format the column as text.',
    },
  },
  'PKT-802': {
    meaning: {
      id: 'NIP memuat tanggal lahir atau jenis kelamin lain.',
      en: 'The NIP carries another date of birth or sex.',
    },
    fix: {
      id: 'Betulkan salah satunya; aturan umur memakai kolom tanggal lahir.',
      en: 'Correct one of them; rules by age use the column.',
    },
  },
  'PKT-803': {
    meaning: {
      id: 'NIP lama, atau NIP pada pegawai yang tidak memerlukannya.',
      en: 'An old NIP, or one where the employment has none.',
    },
    fix: {
      id: 'Ganti dengan NIP 18 digit, atau kosongkan.',
      en: 'Replace it by the NIP of 18 digits, or leave it blank.',
    },
  },
  'PKT-804': {
    meaning: { id: 'NIP atau employee_id sudah dipakai.', en: 'A NIP or employee_id is used already.' },
    fix: {
      id: 'Hapus baris ganda; employee_id tetap walaupun NIP berganti.',
      en: 'Remove the doubled row; an employee_id stays when a NIP changes.',
    },
  },
  'PKT-805': {
    meaning: { id: 'Unit tidak dikenal.', en: 'The unit is not known.' },
    fix: {
      id: 'Tambahkan pada tabel unit lebih dahulu, atau betulkan kodenya.',
      en: 'Add it to the units first, or correct the id.',
    },
  },
  'PKT-806': {
    meaning: {
      id: 'Atasan tidak ada dalam daftar, atau melingkar.',
      en: 'A superior is not in the list, or superiors form a circle.',
    },
    fix: { id: 'Betulkan, atau tambahkan atasannya.', en: 'Correct it, or add the superior.' },
  },
  'PKT-807': {
    meaning: {
      id: 'Tanggal lahir kosong, atau umur di luar 17 sampai 66.',
      en: 'The date of birth is missing, or the age lies outside 17 to 66.',
    },
    fix: {
      id: 'Periksa tanggal lahir; tanpa itu aturan menurut umur tidak dapat diputuskan.',
      en: 'Check the date of birth; without it rules by age stay undecided.',
    },
  },
  'PKT-808': {
    meaning: {
      id: 'Tanggal dapat dibaca dengan dua cara; dibaca hari dahulu.',
      en: 'A date can be read in two ways; it is read day first.',
    },
    fix: { id: 'Periksa, atau tulis seperti 2021-07-19.', en: 'Check it, or write it like 2021-07-19.' },
  },
  'PKT-809': {
    meaning: {
      id: 'Jabatan tidak ada dalam daftar dan menjadi staf.',
      en: 'The post is not listed; it becomes staff.',
    },
    fix: { id: 'Tulis kode jabatan bila bukan staf.', en: 'Write the code of the post if it is another.' },
  },
  'PKT-810': {
    meaning: { id: 'Sel berisi rumus.', en: 'A cell holds a formula.' },
    fix: { id: 'Salin lalu tempel sebagai nilai.', en: 'Copy it and paste it as values.' },
  },
  'PKT-811': {
    meaning: { id: 'Pegawai tidak dikenal.', en: 'The employee is not known.' },
    fix: { id: 'Impor daftar pegawai lebih dahulu, atau betulkan.', en: 'Import the staff first, or correct the id.' },
  },
  'PKT-812': {
    meaning: { id: 'Berkas bukan UTF-8.', en: 'The file is not UTF-8.' },
    fix: { id: 'Simpan sebagai CSV UTF-8.', en: 'Save it as CSV UTF-8.' },
  },
  'PKT-813': {
    meaning: { id: 'Berkas, baris, atau sel terlalu besar.', en: 'A file, row or cell is too large.' },
    fix: {
      id: 'Bagi menjadi beberapa berkas; periksa tanda kutip yang tidak ditutup.',
      en: 'Split it into several files; look for a quote that is not closed.',
    },
  },
  'PKT-814': {
    meaning: { id: 'Baris dilewati atau dihitung sekali.', en: 'A row is left out or counted once.' },
    fix: { id: 'Tidak perlu diubah; alasannya tertulis.', en: 'Nothing to change: the reason is given.' },
  },
  'PKT-815': {
    meaning: {
      id: 'Jawaban tidak cocok dengan yang diserahkan butirnya.',
      en: 'An answer does not fit what the clause leaves open.',
    },
    fix: {
      id: 'Tulis surat dan butir yang menyerahkan keputusan itu, dan nilai yang diterimanya: tempat, bagian atau jumlah, keadaan layanan, atau nama jam kerja.',
      en: 'Name the document and the clause that leave it open, and a value it takes: a place, a share or number, a state of a service, or a timetable.',
    },
  },
  'PKT-901': {
    meaning: { id: 'Terlalu banyak orang di kantor.', en: 'Too many people at the office.' },
    fix: { id: 'Pindahkan giliran sampai batas kuota.', en: 'Move turns until the quota holds.' },
  },
  'PKT-902': {
    meaning: { id: 'Terlalu sedikit orang di kantor.', en: 'Too few people at the office.' },
    fix: {
      id: 'Tambah giliran sampai batas kuota atau layanan.',
      en: 'Add turns until the quota or the counter is met.',
    },
  },
  'PKT-903': {
    meaning: { id: 'Di kantor, padahal tidak boleh.', en: 'At the office, and must be away.' },
    fix: { id: 'Ganti dengan pegawai lain.', en: 'Take somebody else.' },
  },
  'PKT-904': {
    meaning: { id: 'Tidak di kantor, padahal wajib.', en: 'Away, and must be at the office.' },
    fix: { id: 'Tempatkan di kantor.', en: 'Place them at the office.' },
  },
  'PKT-905': {
    meaning: { id: 'Hari kantor seseorang melewati batasnya.', en: 'The office days of a person pass a bound.' },
    fix: { id: 'Tukar hari dengan pegawai lain.', en: 'Swap days with somebody else.' },
  },
  'PKT-906': {
    meaning: { id: 'Seseorang datang pada hari regu lain.', en: 'Somebody comes on the day of another team.' },
    fix: { id: 'Tukar dengan anggota regu itu.', en: 'Swap with a member of that team.' },
  },
  'PKT-907': {
    meaning: { id: 'Bukti keadilan jadwal tidak benar.', en: 'The proof of fairness of a roster is not so.' },
    fix: {
      id: 'Buat ulang jadwal dari masukan yang sama, lalu periksa lagi.',
      en: 'Draw the roster again from the same input, then verify it again.',
    },
  },
} as const satisfies Readonly<Record<string, CodeWords>>

export type Code = keyof typeof codes
