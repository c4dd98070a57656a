import { type Language, numberText, plural } from '#platform/language.ts'

export const text = {
  id: {
    title: (unit: string) => `Simulasi kontak: ${unit}`,
    lead: 'Andai satu orang tertular: seberapa jauh menyebar menurut jadwal ini, dan menurut cara masuk yang lain.',
    back: 'Kembali ke jadwal',
    caution: 'Ini perbandingan, bukan ramalan',
    cautionLead:
      'Yang dapat dibaca ialah urutan cara masuk. Angkanya sendiri bergantung pada daya tular yang dipilih, dan daya tular di unit ini tidak diketahui siapa pun.',
    strength: 'Daya tular',
    strengthHint: 'R lokal: berapa rekan ditulari langsung oleh orang pertama bila semua masuk tiap hari.',
    strengths: { weak: 'Lemah', medium: 'Sedang', strong: 'Kuat' },
    implies: (strength: string, localR: string) => `${strength} (R lokal ${localR})`,
    unit: 'Unit',
    all: 'Semua',
    people: (count: number) => `${numberText(count, 'id')} orang`,
    run: 'Hitung',
    result: (people: string) => `Hasil untuk unit ini: ${people}`,
    chances: (roster: string, none: string) =>
      `Peluang bahwa satu orang tertular menjadi klaster, yaitu sedikitnya lima rekan ikut tertular: menurut jadwal ini ${roster}, bila semua masuk tiap hari ${none}.`,
    tooSmall: (people: number) =>
      `Klaster berarti sedikitnya lima rekan ikut tertular; dengan ${people} orang hal itu tidak mungkin. Yang digambar ialah berapa rekan ikut tertular.`,
    range: (value: string, low: string, high: string) => `${value} (${low} sampai ${high})`,
    below: (figure: string) => `di bawah ${figure}`,
    legend: 'Garis tebal: rentang 95 dari 100 ulangan; titik: nilainya.',
    scale: (most: string) => `Garis tipis: 0 sampai ${most}.`,
    overlap: 'Bila garis dua cara bertumpuk, jangan disimpulkan mana yang lebih baik.',
    fewerDays:
      'Cara dengan hari kantor lebih sedikit wajar lebih sedikit klasternya: bandingkan juga kolom hari kantor. Cuti dan dinas luar tetap dihitung pada semua cara.',
    way: 'Cara masuk',
    outbreak: 'Peluang klaster',
    size: 'Rekan ikut tertular',
    localR: 'R lokal',
    days: 'Hari kantor per pekan',
    ratio: 'Dibanding semua masuk',
    ways: {
      roster: 'Jadwal ini',
      none: 'Semua masuk tiap hari',
      'rotating-weekly': 'Dua kelompok, ganti tiap pekan',
      'rotating-daily': 'Dua kelompok, ganti tiap hari',
      'on-off-weekly': 'Semua masuk, selang sepekan',
      'on-off-daily': 'Semua masuk, selang sehari',
    },
    unsettled: (days: number) =>
      `${numberText(days, 'id')} hari orang belum punya tempat (giliran terbuka, belum ditentukan, atau bertabrakan); dihitung tidak di kantor.`,
    published: 'Pembanding: angka yang terbit',
    publishedLead:
      'Mauras dkk. 2021 (PLoS Comput Biol 17(8) e1009264) menghitung keempat pola pada jaringan kontak sebuah sekolah dasar. Di bawah ini angka mereka, seperti dikutip berita tentang makalah itu, dan angka kami pada jaringan sekolah buatan, dengan daya tular yang disetel sampai klaster tanpa giliran sama sering.',
    pattern: 'Pola',
    theirs: 'Terbit',
    ours: 'Kami',
    theirsOf: (share: string, ratio: string) => `${share}, atau ${ratio} kali`,
    publishedScale: 'Garis tipis: 0 sampai 1 kali klaster bila semua masuk. Garis tegak: yang terbit.',
    agreement:
      'Urutannya sama; besarnya tidak. Dari data yang terbit kami tidak tahu jaringan dan semua bilangan penyakitnya, jadi lebih dari urutan tidak kami nyatakan.',
    kinder:
      'Bagi dua kelompok yang bergantian hitungan kami lebih baik daripada yang terbit; hasil unit di atas mungkin terlalu baik bagi giliran juga. Menurut yang terbit, ganti tiap pekan dan ganti tiap hari hampir sama.',
    orderDiffers:
      'Urutan kami di sini tidak sama dengan yang terbit: perbedaan antara pola lebih kecil daripada ketidakpastiannya.',
    unknown: 'Yang tidak dihitung',
    unknowns: [
      'Ventilasi, luas ruangan, masker, dan lama bertemu.',
      'Pertemuan di luar kantor: di rumah, di jalan, di lapangan, dengan warga.',
      'Vaksinasi dan kekebalan: setiap orang dianggap dapat tertular.',
      'Siapa duduk dengan siapa: kontak diundi dalam regu sekitar sembilan orang, lain pada setiap ulangan.',
      'Seberapa mungkin orang pertama itu tertular.',
    ],
    how: 'Cara menghitung',
    seed: 'Benih undian',
    seedLead:
      'Ini bilangan awal untuk mengundi siapa bertemu siapa; diambil dari nomor jadwal, sehingga siapa pun yang membuka jadwal ini mendapat angka yang sama.',
    runs: 'Kasus pertama per cara',
    runsOf: (runs: string, repeats: number) => `${runs}, dalam ${repeats} ulangan dengan jaringan kontak masing-masing`,
    latent: 'Mulai menular',
    latentOf: (from: number, until: number) => `${from} sampai ${until} hari sesudah tertular`,
    symptomatic: 'Bergejala',
    symptomaticOf: (share: string, from: number, until: number) =>
      `${share} dari 100; menular ${from} sampai ${until} hari sebelum gejala, lalu tinggal di rumah`,
    silent: 'Tanpa gejala',
    silentOf: (from: number, until: number, factor: string) =>
      `menular ${from} sampai ${until} hari, ${factor} kali sekuat yang bergejala, dan tetap masuk`,
    hazard: 'Bahaya satu kontak sehari',
    hazardLead: (times: number) =>
      `Satu pertemuan biasa sehari dengan orang yang menular menulari rekannya kira-kira ${times} dari 100 kali.`,
    assumed: 'Semua bilangan ini pilihan kami menurut kepustakaan, bukan ukuran di unit ini.',
    working: 'Sedang dihitung',
    workingOf: (done: number, of: number) => `${done} dari ${of} bagian selesai.`,
    workingLead: 'Halaman ini memuat diri lagi tiap dua detik sampai selesai.',
    again: 'Lihat lagi sekarang',
    lacking: {
      roster: 'Belum ada jadwal yang diumumkan untuk hari itu, sehingga tidak ada yang dibandingkan.',
      turns: 'Jadwal unit ini tidak memuat giliran: tidak satu hari pun dapat dipenuhi.',
      people: 'Tidak ada orang yang dapat berada di kantor pada masa jadwal ini.',
      company:
        'Hanya satu orang yang dapat berada di kantor pada masa ini: tidak ada rekan yang dapat tertular di sana.',
      room: (people: string, most: string) =>
        `Unit ini ${people} orang; simulasi berlaku sampai ${most} orang, sebab orang sebanyak itu tidak bertemu di satu kantor. Pilih unit di bawahnya.`,
    },
  },
  en: {
    title: (unit: string) => `Contact simulation: ${unit}`,
    lead: 'If one person were infected: how far it spreads by this roster, and by other ways of attending.',
    back: 'Back to the roster',
    caution: 'A comparison, not a forecast',
    cautionLead:
      'What can be read is the order of the ways of attending. The figures themselves hang on the strength that is chosen, and nobody knows the strength in this unit.',
    strength: 'Strength of transmission',
    strengthHint: 'Local R: how many colleagues the first person infects directly if everybody comes every day.',
    strengths: { weak: 'Weak', medium: 'Medium', strong: 'Strong' },
    implies: (strength: string, localR: string) => `${strength} (local R ${localR})`,
    unit: 'Unit',
    all: 'All',
    people: (count: number) => `${numberText(count, 'en')} ${plural(count, 'person', 'people')}`,
    run: 'Calculate',
    result: (people: string) => `Result for this unit: ${people}`,
    chances: (roster: string, none: string) =>
      `The chance that one infected person becomes an outbreak, so that at least five colleagues follow: by this roster ${roster}, if everybody comes every day ${none}.`,
    tooSmall: (people: number) =>
      `An outbreak means that at least five colleagues follow; with ${people} people that cannot be. What is drawn is how many colleagues follow.`,
    range: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    below: (figure: string) => `below ${figure}`,
    legend: 'Thick line: the range of 95 of 100 repeats; dot: the value.',
    scale: (most: string) => `Thin line: 0 to ${most}.`,
    overlap: 'Where the lines of two ways overlap, do not conclude which is better.',
    fewerDays:
      'Ways with fewer office days naturally have fewer outbreaks: compare the column of office days too. Leave and travel stay as they are under every way.',
    way: 'Way of attending',
    outbreak: 'Chance of an outbreak',
    size: 'Colleagues who follow',
    localR: 'Local R',
    days: 'Office days a week',
    ratio: 'Against everybody coming',
    ways: {
      roster: 'This roster',
      none: 'Everybody, every day',
      'rotating-weekly': 'Two groups, changing weekly',
      'rotating-daily': 'Two groups, changing daily',
      'on-off-weekly': 'Everybody, every other week',
      'on-off-daily': 'Everybody, every other day',
    },
    unsettled: (days: number) =>
      `${numberText(days, 'en')} ${plural(days, 'day')} of people ${plural(days, 'has', 'have')} no place yet (open turns, undetermined, or in conflict); counted as not at the office.`,
    published: 'Beside it: the published figures',
    publishedLead:
      'Mauras et al. 2021 (PLoS Comput Biol 17(8) e1009264) tried the four patterns on the contacts of a primary school. Below are their figures, as news about the paper quotes them, and ours on a generated school, with the transmission set so that outbreaks without turns are as frequent.',
    pattern: 'Pattern',
    theirs: 'Published',
    ours: 'Ours',
    theirsOf: (share: string, ratio: string) => `${share}, or ${ratio} times`,
    publishedScale: 'Thin line: 0 to 1 times the outbreaks if everybody comes. Upright line: as published.',
    agreement:
      'The order is the same; the size is not. From what is published we know neither the network nor every number of the disease, so we claim no more than the order.',
    kinder:
      'For two groups that take turns ours is better than published; the result of the unit above may be too good for turns as well. As published, changing weekly and changing daily are nearly equal.',
    orderDiffers: 'Our order here is not the published one: the patterns differ by less than the uncertainty of each.',
    unknown: 'What is not counted',
    unknowns: [
      'Ventilation, the size of rooms, masks, and how long people meet.',
      'Meetings outside the office: at home, on the way, in the field, with the public.',
      'Vaccination and immunity: everybody is taken as able to be infected.',
      'Who sits with whom: contacts are drawn by lot in teams of about nine, others in each repeat.',
      'How likely it is that the first person is infected.',
    ],
    how: 'How it is calculated',
    seed: 'Seed',
    seedLead:
      'This is the number that the drawing of who meets whom begins with; it comes from the number of the roster, so whoever opens this roster is given the same figures.',
    runs: 'First cases of each way',
    runsOf: (runs: string, repeats: number) => `${runs}, in ${repeats} repeats, each with contacts of its own`,
    latent: 'Infectious from',
    latentOf: (from: number, until: number) => `${from} to ${until} days after infection`,
    symptomatic: 'With symptoms',
    symptomaticOf: (share: string, from: number, until: number) =>
      `${share} of 100; infectious for ${from} to ${until} days before them, then at home`,
    silent: 'Without symptoms',
    silentOf: (from: number, until: number, factor: string) =>
      `infectious for ${from} to ${until} days, ${factor} times as much as the others, and keep coming`,
    hazard: 'Hazard of a contact on a day',
    hazardLead: (times: number) =>
      `One usual meeting on a day with an infectious person infects the colleague about ${times} times in 100.`,
    assumed: 'All these numbers are our choice after the literature, none was measured in this unit.',
    working: 'Being calculated',
    workingOf: (done: number, of: number) => `${done} of ${of} parts done.`,
    workingLead: 'This page loads itself again every two seconds until it is done.',
    again: 'Look again now',
    lacking: {
      roster: 'No roster is published for that day, so there is nothing to compare.',
      turns: 'The roster of this unit has no turns: none of its days can be met.',
      people: 'Nobody can be at the office in the period of this roster.',
      company: 'Only one person can be at the office in this period: there is no colleague to be infected there.',
      room: (people: string, most: string) =>
        `This unit has ${people} people; the simulation goes up to ${most}, for so many do not meet in one office. Choose a unit below it.`,
    },
  },
}
export type Text = (typeof text)['id']
text satisfies Record<Language, Text>
