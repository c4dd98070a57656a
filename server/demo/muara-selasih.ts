/** Muara Selasih, an invented regency of today: three quarters at the office in turns, home on Fridays. */
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { kindOfVillage } from './areas.ts'
import type { DemoRegion, District, Village } from './demo-region.ts'
import { type NumberOffice, numberOffice } from './numbers.ts'
import { randomFrom } from './random.ts'
import { regionFrom } from './region-plan.ts'

/** Ages are right on this day; what is dated follows the day on which the region is set up. */
const asOf = '2026-01-05' as Day
const converted = '2026-03-02' as Day

/** @param today the day around which people are away */
export const muaraSelasih = (today: Day): DemoRegion =>
  regionFrom({
    // No region has codes from 99 on, and no published area has this name.
    code: '99.01',
    slug: 'muara-selasih',
    nameId: 'Kabupaten Muara Selasih',
    nameEn: 'Muara Selasih Regency',
    kind: 'regency',
    zone: 'Asia/Makassar',
    province: { code: '99', slug: 'provinsi-rekaan', nameId: 'Provinsi Rekaan', nameEn: 'Invented Province' },
    demoDay: null,
    invented: true,
    circulars: ['muara-selasih-2026'],
    ownAreas: { districts, villages: villagesOf(districts) },
    organisation: {
      reformed: true,
      without: ['dkp', 'disbun'],
      renamed: { distan: 'Dinas Ketahanan Pangan, Pertanian dan Perkebunan' },
      hospitals: [{ id: 'rsud-muara-selasih', name: 'RSUD Muara Selasih', echelon: 'III', size: 1 }],
      healthCentres: districts.map(({ name }, at) => ({ name, district: name, size: at === 0 ? 1.4 : 0.9 })),
      remoteDistricts: ['Long Merpati'],
      schoolsPerDistrict: { primary: 6, secondary: 2 },
      buildings: {
        'Gedung Terpadu Blok A': ['setda', 'bkpsdm', 'bappeda', 'bpkad'],
        'Gedung Terpadu Blok B': ['disdik', 'dinsos', 'dpmd', 'dppkbp3a', 'disnaker'],
        'Mal Pelayanan Publik': ['dpmptsp', 'disdukcapil', 'bapenda'],
      },
    },
    staff: {
      staff: 3527,
      asOf,
      origins: [
        ['javanese', 26],
        ['banjar', 22],
        ['bugis', 16],
        ['dayak', 14],
        ['kutai', 12],
        ['batak', 4],
        ['toraja', 3],
        ['madurese', 3],
      ],
      contractShare: 0.4,
      contracts: [
        ['pppk', 58],
        ['pppk_part_time', 28],
        ['honorary', 9],
        ['tkd', 5],
      ],
      contractYears: [2021, 2022, 2023, 2024, 2025],
      named: {},
      vacancies: [
        {
          unit: 'dispora',
          by: 'dispora/sekretariat',
          kind: 'plt',
          from: '2026-02-02' as Day,
          until: null,
          letter: '800.1.11/041/BKPSDM',
        },
        {
          unit: 'kecamatan-rantau-bayan',
          by: 'kecamatan-rantau-bayan/sekretariat',
          kind: 'plt',
          from: '2026-04-01' as Day,
          until: null,
          letter: '800.1.11/077/BKPSDM',
        },
        {
          unit: 'dlh/bidang-pengendalian-pencemaran',
          by: 'dlh/bidang-penataan-dan-penaatan-lingkungan',
          kind: 'plt',
          from: '2026-01-12' as Day,
          until: null,
          letter: '800.1.11/012/BKPSDM',
        },
      ],
    },
    absences: { around: today, before: 30, after: 45, numbering: '000.1.2.3/{n}' },
    events: [],
    more: ({ employees }) => ({ employees: takenOn(employees) }),
  })

/** Half of the honorary staff became part-time PPPK in March 2026: the same people, with a number from then on. */
function takenOn(employees: readonly EmployeeRecord[]): EmployeeRecord[] {
  const random = randomFrom('muara-selasih/taken-on')
  const office: NumberOffice = numberOffice(converted, [2026], random)
  return employees.flatMap((person) => {
    const { employment, birth, sex } = person
    if (employment !== 'honorary' || birth === null || sex === null || random.chance(0.5)) return [person]
    const nip = office.numberOf('pppk_part_time', birth, sex)
    return [
      { ...person, until: addDays(converted, -1) },
      { ...person, from: converted, recorded: converted, employment: 'pppk_part_time', nip, rank: 'V' },
    ]
  })
}

const districts: readonly District[] = [
  'Selasih Hilir',
  'Selasih Tengah',
  'Selasih Hulu',
  'Muara Kenanga',
  'Rantau Bayan',
  'Tanjung Nyiur Melati',
  'Bukit Damar Indah',
  'Long Merpati',
].map((name, at) => ({ code: `99.01.${String(at + 1).padStart(2, '0')}`, name }))

const firsts = ['Muara', 'Tanjung', 'Rantau', 'Bukit', 'Sungai', 'Teluk', 'Lubuk', 'Padang']
const seconds = ['Selasih', 'Kenanga', 'Bayan', 'Damar', 'Merpati', 'Cempaka', 'Meranti', 'Pandan', 'Ulin', 'Gaharu']

/** Seven villages to a district; two of the seat of government are kelurahan. */
function villagesOf(all: readonly District[]): Village[] {
  return all.flatMap(({ code: district }, at) =>
    Array.from({ length: 7 }, (_, number): Village => {
      const code = `${district}.${at === 0 && number < 2 ? 1 : 2}${String(number + 1).padStart(3, '0')}`
      const name = `${firsts[(at + number) % firsts.length]} ${seconds[(at * 7 + number) % seconds.length]}`
      return { code, district, name, kind: kindOfVillage(code) }
    }),
  )
}
