/** Names of invented people, as diverse as the people of Kalimantan are. */
import type { Random } from './random.ts'

export type Sex = 'm' | 'f'

/** Where a family comes from. A region weighs them. */
export type Origin = keyof typeof origins

interface NameStock {
  readonly faith: 'muslim' | 'christian'
  readonly m: readonly string[]
  readonly f: readonly string[]
  /** Second names of men, and of women where they differ. */
  readonly last: readonly string[]
  readonly lastOfWomen?: readonly string[]
}

const stock = (text: string) => text.split(' ')

const origins = {
  javanese: {
    faith: 'muslim',
    m: stock(
      'Sugeng Slamet Bambang Agus Joko Eko Dwi Tri Wahyu Heri Budi Sutrisno Suparman Teguh Yulianto Hartono Widodo Purwanto Supriyadi Mulyono Edi Sigit Arif Didik Nur Imam Gunawan Rudi Anang Bagus Dimas Galih Rizky Yudi Tono',
    ),
    last: stock(
      'Santoso Prasetyo Wibowo Nugroho Saputro Setiawan Kurniawan Susanto Hidayat Raharjo Utomo Purnomo Sulistyo Wicaksono Handoko Cahyono Riyanto Suryanto Pamungkas Wijaya Hermawan Subekti Wahyudi',
    ),
    f: stock(
      'Sri Siti Endang Sulastri Dewi Ratna Wahyu Yuni Tri Dwi Rina Indah Nurul Fitri Ayu Retno Kartini Titik Puji Eny Maya Anis Ika Wiwik Novi Sulis',
    ),
    lastOfWomen: stock(
      'Wahyuni Lestari Rahayu Handayani Astuti Puspitasari Utami Kusumawati Widyaningsih Setyowati Purwanti Susilowati Hidayati Ningsih Rahmawati Wulandari Anggraini Mulyani Suryani Pratiwi Kurniasih',
    ),
  },
  banjar: {
    faith: 'muslim',
    m: stock(
      'Muhammad Ahmad Abdul Syahrani Rahmadi Syaiful Hairul Fahrul Jumadi Masrani Arbain Sahrani Zainal Rusdi Mahyudin Gazali Noor Akhmad Rizali Suriansyah Aspihani Mursidi Bahrani Supian',
    ),
    last: stock(
      'Rahman Fauzi Anwar Noor Ilmi Rahmani Hadi Yamin Syarif Fikri Effendi Ridha Azhari Arsyad Ramadhan Husaini Fitriadi Rasyid Maulana Hakim Saberi Norhan',
    ),
    f: stock(
      'Siti Noor Rahmah Jumiati Mariatul Norhasanah Raudah Mahmudah Salasiah Rusmini Fitriah Hikmah Aisyah Maulida Rina Zubaidah Masniah Khairunnisa Nurhidayah Rabiatul',
    ),
    lastOfWomen: stock(
      'Aisyah Hasanah Jannah Fitriani Mariana Hayati Aini Zahra Wahidah Nisa Azizah Latifah Hidayah Adawiyah',
    ),
  },
  bugis: {
    faith: 'muslim',
    m: stock(
      'Andi Muhammad Baso Ambo Syamsul Sudirman Hasanuddin Burhanuddin Arifuddin Kamaruddin Jamaluddin Syarifuddin Sultan Rusli Amiruddin Herman Ilham Anwar Firman Ismail Muliadi',
    ),
    last: stock(
      'Tahir Rauf Saleh Yusuf Basri Latif Mansyur Halim Haris Nawir Makmur Idrus Patta Alwi Razak Jafar Hamzah Dahlan Hakim Tang',
    ),
    f: stock(
      'Andi Besse Hasnah Rosmini Nurhayati Suriani Hasmawati Sitti Rahmatia Nuraeni Hamsiah Darmawati Marwah Kasmawati Nurlina',
    ),
    lastOfWomen: stock('Tenri Dahlia Rauf Arsyad Hamid Amin Syam Mansyur Yusuf Basri Hafid Tahir'),
  },
  kutai: {
    faith: 'muslim',
    m: stock(
      'Aji Awang Encek Muhammad Abdul Syahruddin Hamdan Rahmat Edy Achmad Irwansyah Bachtiar Erwin Fadli Zulkifli Hermansyah Surya Adji Sopian',
    ),
    last: stock(
      'Rahmadi Iskandar Fachruddin Yusran Arifin Efendi Sulaiman Alimuddin Syafran Jaya Maulana Hasan Zainuddin Effendie Syahbani',
    ),
    f: stock('Aji Dayang Encek Siti Nurhalimah Rusnawati Yusnita Herliana Fatimah Rita Mardiana Erni Hernawati Dewi'),
    lastOfWomen: stock('Rahmah Yuliana Kartika Herawati Hairani Astina Marlina Suryati Aryani Fitria'),
  },
  dayak: {
    faith: 'christian',
    m: stock(
      'Yohanes Markus Petrus Lukas Yakob Stefanus Daniel Simon Agustinus Hendrikus Kornelius Yulius Elia Samuel Marthen Dedi Anton Ruslan Untung Gerson Yansen',
    ),
    last: stock(
      'Lawai Jalung Ngau Ding Ibau Bilung Anye Lejau Uluk Usat Mangku Tuah Rangkap Tundan Sawung Unjung Bahen Salundik Sangkai Lamiang Binti Penyang',
    ),
    f: stock(
      'Maria Yuliana Kristina Marta Ester Elisabet Lidia Rut Theresia Debora Veronika Natalia Yosefina Agnes Susana Martina',
    ),
  },
  batak: {
    faith: 'christian',
    m: stock(
      'Parlindungan Tumpal Jonni Robert Hotman Saut Manahan Ferdinand Ricardo Poltak Marihot Binsar Rudolf Togar',
    ),
    last: stock(
      'Sitorus Simanjuntak Hutagalung Siregar Nainggolan Situmorang Pasaribu Manurung Sihombing Silalahi Panjaitan Tambunan Sinaga Purba',
    ),
    f: stock('Rosdiana Tiurma Lamria Duma Hotmauli Romauli Netty Sarma Dameria Roslina Nurmala Rotua Risma'),
  },
  madurese: {
    faith: 'muslim',
    m: stock('Mohammad Hasan Holil Fathor Mahfud Samsul Sahid Jakfar Matrawi Abdur Busri Hosen Sunarwi Moh. Ach.'),
    last: stock('Rofiq Rahem Holik Arifin Bahri Hasin Ghazali Salim Muni Sattar Wafi Zaini Mukri Fadlan'),
    f: stock('Sitti Musarrofah Maimunah Ummi Rohmatun Khotijah Sumiyati Kholifah Hosniyah'),
    lastOfWomen: stock('Hotimah Kamilah Halimah Maisaroh Qomariyah Fadilah Zahroh'),
  },
  toraja: {
    faith: 'christian',
    m: stock('Yohanis Daud Marthinus Obed Semuel Elias Benyamin Nataniel Yunus'),
    last: stock('Tandi Pakiding Sampe Bulo Tangke Pasang Kalua Palinggi Rante Patiung'),
    f: stock('Damaris Ludia Yospina Agustina Herlina Naomi Selvi Meriati'),
  },
} as const satisfies Record<string, NameStock>

/** A given name and a second one; one in seven has a single name, one in nine has three. */
export function nameOf(origin: Origin, sex: Sex, random: Random): string {
  const { [sex]: given, last, ...more }: NameStock = origins[origin]
  const second = sex === 'f' ? (more.lastOfWomen ?? last) : last
  const first = random.pick(given)
  if (first.length > 5 && random.chance(1 / 7)) return first
  const names = random.chance(1 / 9) ? [first, random.pick(given), random.pick(second)] : [first, random.pick(second)]
  return names.filter((name, at) => names.indexOf(name) === at).join(' ')
}

export type Schooling = 'school' | 'diploma' | 'degree' | 'master' | 'doctor'

/**
 * The name as the staff list prints it, with titles.
 * @param degree what the schooling was in: `S.T.`, `S.Pd.`; also carries a title before the name, as in `dr.`
 */
export function titled(
  name: string,
  origin: Origin,
  sex: Sex,
  age: number,
  schooling: Schooling,
  degree: Degree,
  random: Random,
): string {
  const pilgrim = origins[origin].faith === 'muslim' && age > 42 && random.chance((age - 40) / 60)
  const before = [schooling === 'doctor' ? 'Dr.' : '', pilgrim ? (sex === 'm' ? 'H.' : 'Hj.') : '', degree.before ?? '']
  const after =
    schooling === 'school'
      ? []
      : schooling === 'diploma'
        ? [degree.diploma ?? 'A.Md.']
        : [degree.bachelor, schooling === 'degree' ? '' : random.pick(degree.masters)]
  return [[...before.filter(Boolean), name].join(' '), ...after.filter(Boolean)].join(', ')
}

export interface Degree {
  readonly before?: string
  readonly diploma?: string
  readonly bachelor: string
  readonly masters: readonly string[]
}

const administrative = ['M.Si.', 'M.M.', 'M.AP.']

/** Degrees by the kind of work. */
export const degrees = {
  office: [
    { bachelor: 'S.Sos.', masters: administrative },
    { bachelor: 'S.E.', masters: ['M.M.', 'M.Si.', 'M.E.'] },
    { bachelor: 'S.IP.', masters: administrative },
    { bachelor: 'S.H.', masters: ['M.H.', 'M.Si.'] },
    { bachelor: 'S.AP.', masters: administrative },
    { bachelor: 'S.Kom.', diploma: 'A.Md.Kom.', masters: ['M.Kom.', 'M.M.'] },
  ],
  government: [
    { bachelor: 'S.STP.', masters: administrative },
    { bachelor: 'S.IP.', masters: administrative },
    { bachelor: 'S.Sos.', masters: administrative },
  ],
  technical: [
    { bachelor: 'S.T.', diploma: 'A.Md.T.', masters: ['M.T.', 'M.Si.'] },
    { bachelor: 'S.P.', masters: ['M.P.', 'M.Si.'] },
    { bachelor: 'S.Hut.', masters: ['M.Si.', 'M.Hut.'] },
    { bachelor: 'S.Pi.', masters: ['M.Si.'] },
  ],
  school: [
    { bachelor: 'S.Pd.', masters: ['M.Pd.'] },
    { bachelor: 'S.Pd.SD.', masters: ['M.Pd.'] },
    { bachelor: 'S.Pd.I.', masters: ['M.Pd.I.', 'M.Pd.'] },
  ],
  doctor: [{ before: 'dr.', bachelor: '', masters: ['M.Kes.', 'Sp.PD.', 'Sp.A.', 'Sp.B.'] }],
  dentist: [{ before: 'drg.', bachelor: '', masters: ['M.Kes.'] }],
  pharmacist: [{ before: 'apt.', bachelor: 'S.Farm.', diploma: 'A.Md.Farm.', masters: ['M.Farm.'] }],
  nurse: [{ bachelor: 'S.Kep., Ns.', diploma: 'A.Md.Kep.', masters: ['M.Kep.'] }],
  midwife: [{ bachelor: 'S.Tr.Keb.', diploma: 'A.Md.Keb.', masters: ['M.Kes.'] }],
  public_health: [{ bachelor: 'S.K.M.', diploma: 'A.Md.KL.', masters: ['M.Kes.', 'M.K.M.'] }],
} as const satisfies Record<string, readonly Degree[]>

export type Field = keyof typeof degrees
