/** Bontang in March 2020: echelon IV and below and the contract staff at home (188.65/504/org/2020). */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { OverrideRecord } from '@piket/domain/staff/facts.ts'
import type { DemoRegion } from './demo-region.ts'
import { regionFrom } from './region-plan.ts'
import type { Staff } from './staffing.ts'

const demoDay = '2020-03-24' as Day

export const bontang = (): DemoRegion =>
  regionFrom({
    code: '64.74',
    slug: 'bontang',
    nameId: 'Kota Bontang',
    nameEn: 'City of Bontang',
    kind: 'city',
    zone: 'Asia/Makassar',
    province: { code: '64', slug: 'kalimantan-timur', nameId: 'Kalimantan Timur', nameEn: 'East Kalimantan' },
    demoDay,
    invented: false,
    circulars: ['bontang-2020-03'],
    organisation: {
      reformed: false,
      without: ['dpmd', 'dkp', 'disbun', 'distan'],
      renamed: { disnaker: 'Dinas Ketenagakerjaan', diskan: 'Dinas Ketahanan Pangan, Perikanan dan Pertanian' },
      hospitals: [{ id: 'rsud-taman-husada', name: 'RSUD Taman Husada', echelon: 'II', size: 1.6 }],
      healthCentres: [
        { name: 'Bontang Utara 1', district: 'Bontang Utara', size: 1.2 },
        { name: 'Bontang Utara 2', district: 'Bontang Utara' },
        { name: 'Bontang Selatan 1', district: 'Bontang Selatan', size: 1.2 },
        { name: 'Bontang Selatan 2', district: 'Bontang Selatan' },
        { name: 'Bontang Lestari', district: 'Bontang Selatan', size: 0.8 },
        { name: 'Bontang Barat', district: 'Bontang Barat', size: 1.1 },
        { name: 'Pratama Balai Kota', district: 'Bontang Utara', class: 'klinik', size: 0.4 },
      ],
      schoolsPerDistrict: { primary: 12, secondary: 4 },
      buildings: {
        'Gedung Graha Taman Praja': ['setda', 'bkpsdm', 'bappeda', 'bpkad', 'bapenda'],
        'Kompleks Perkantoran Bontang Lestari': ['disdik', 'dpupr', 'disperkim', 'dinsos', 'disnaker', 'dlh', 'diskan'],
        'Gedung Pelayanan Satu Pintu': ['dpmptsp', 'disdukcapil'],
      },
    },
    staff: {
      staff: 4386,
      asOf: demoDay,
      origins: [
        ['javanese', 34],
        ['bugis', 27],
        ['banjar', 12],
        ['kutai', 10],
        ['toraja', 7],
        ['batak', 5],
        ['dayak', 3],
        ['madurese', 2],
      ],
      contractShare: 0.4,
      contracts: [
        ['tkd', 93],
        ['honorary', 4],
        ['pppk', 3],
      ],
      contractYears: [2019, 2020],
      named: { setda: 'Aji Erlynawati' },
      vacancies: [
        {
          unit: 'dispora/bidang-kepemudaan',
          by: 'dispora/bidang-kepemudaan/seksi-pemberdayaan-pemuda',
          kind: 'plt',
          from: '2020-02-03' as Day,
          until: null,
          letter: '821.29/031/BKPSDM',
        },
        {
          unit: 'kecamatan-bontang-barat/kelurahan-kanaan',
          by: 'kecamatan-bontang-barat/kelurahan-kanaan/sekretariat',
          kind: 'plh',
          from: '2020-03-16' as Day,
          until: '2020-04-30' as Day,
          letter: '821.29/058/BKPSDM',
        },
      ],
    },
    absences: { around: demoDay, before: 25, after: 70, numbering: '094.3/{n}/2020' },
    events: [],
    more: (staff) => ({ overrides: meeting(staff) }),
  })

/** Staff at home can still be called for a meeting; one section is, on the demonstration day. Invented. */
const meeting = ({ employees }: Staff): OverrideRecord[] =>
  employees
    .filter(({ unit }) => unit === 'bappeda/bidang-infrastruktur-dan-kewilayahan/seksi-infrastruktur')
    .slice(0, 3)
    .map(({ employee }) => ({
      employee,
      day: demoDay,
      do: 'recall',
      by: 'kepala_badan',
      at: `${demoDay}T10:00`,
      reason: 'Rapat penting',
    }))
