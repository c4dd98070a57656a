/** Kutai Kartanegara in January 2021: nothing is in force, and a proposal can be simulated. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { DemoRegion } from './demo-region.ts'
import { regionFrom } from './region-plan.ts'

const demoDay = '2021-01-27' as Day

/**
 * The list holds civil servants only, because its length is that of a published count: 12,889 regional PNS in 2021
 * (BPS, in niaga.asia).
 */
export const kutaiKartanegara = (): DemoRegion =>
  regionFrom({
    code: '64.02',
    slug: 'kutai-kartanegara',
    nameId: 'Kabupaten Kutai Kartanegara',
    nameEn: 'Kutai Kartanegara Regency',
    kind: 'regency',
    zone: 'Asia/Makassar',
    province: { code: '64', slug: 'kalimantan-timur', nameId: 'Kalimantan Timur', nameEn: 'East Kalimantan' },
    demoDay,
    invented: false,
    circulars: ['kukar-2021-01'],
    organisation: {
      reformed: false,
      hospitals: [
        { id: 'rsud-am-parikesit', name: 'RSUD Aji Muhammad Parikesit', echelon: 'II', size: 2.2 },
        { id: 'rsud-abadi-samboja', name: 'RSUD Aji Batara Agung Dewa Sakti Samboja', echelon: 'III', size: 0.8 },
        { id: 'rsud-dayaku-raja', name: 'RSUD Dayaku Raja Kota Bangun', echelon: 'III', size: 0.6 },
      ],
      healthCentres: [
        { name: 'Muara Muntai', district: 'Muara Muntai' },
        { name: 'Loa Kulu', district: 'Loa Kulu', size: 1.2 },
        { name: 'Loa Janan', district: 'Loa Janan', size: 1.2 },
        { name: 'Loa Duri', district: 'Loa Janan' },
        { name: 'Anggana', district: 'Anggana' },
        { name: 'Muara Badak', district: 'Muara Badak', size: 1.1 },
        { name: 'Mangkurawang', district: 'Tenggarong' },
        { name: 'Rapak Mahang', district: 'Tenggarong', size: 1.2 },
        { name: 'Loa Ipuh', district: 'Tenggarong', size: 1.1 },
        { name: 'Jahab', district: 'Tenggarong', size: 0.8 },
        { name: 'Sebulu', district: 'Sebulu' },
        { name: 'Kota Bangun', district: 'Kota Bangun', size: 1.1 },
        { name: 'Kota Bangun Darat', district: 'Kota Bangun Darat', size: 0.7 },
        { name: 'Kenohan', district: 'Kenohan', size: 0.8 },
        { name: 'Kembang Janggut', district: 'Kembang Janggut', size: 0.9 },
        { name: 'Muara Kaman', district: 'Muara Kaman' },
        { name: 'Tabang', district: 'Tabang', size: 0.8 },
        { name: 'Samboja', district: 'Samboja', size: 1.1 },
        { name: 'Samboja Barat', district: 'Samboja Barat', size: 0.8 },
        { name: 'Muara Jawa', district: 'Muara Jawa' },
        { name: 'Sanga Sanga', district: 'Sanga Sanga', size: 0.9 },
        { name: 'Teluk Dalam', district: 'Tenggarong Seberang', size: 1.1 },
        { name: 'Marang Kayu', district: 'Marang Kayu', size: 0.9 },
        { name: 'Muara Wis', district: 'Muara Wis', size: 0.7 },
      ],
      remoteDistricts: ['Tabang', 'Muara Wis'],
      schoolsPerDistrict: { primary: 14, secondary: 4 },
      buildings: {
        'Kompleks Perkantoran Bupati, Gedung Sekretariat': ['setda', 'bkpsdm', 'bappeda'],
        'Kompleks Perkantoran Bupati, Gedung Keuangan': ['bpkad', 'bapenda'],
        'Kompleks Perkantoran Timbau': ['dinsos', 'dpmd', 'dppkbp3a', 'disnaker', 'dispora'],
        'Kompleks Perkantoran Pertanian': ['distan', 'disbun', 'dkp', 'diskan'],
      },
    },
    staff: {
      staff: 12_889,
      asOf: demoDay,
      origins: [
        ['kutai', 34],
        ['banjar', 22],
        ['javanese', 22],
        ['bugis', 12],
        ['dayak', 6],
        ['batak', 2],
        ['toraja', 2],
      ],
      contractShare: 0,
      contracts: [],
      contractYears: [],
      named: {
        setda: 'H. Sunggono',
        'setda#0': 'Akhmad Taufik Hidayat',
        dinkes: 'Martina Yulianti',
        bpbd: 'Marsidik',
        satpolpp: 'Fida Hurasani',
      },
      vacancies: [
        {
          unit: 'kecamatan-tabang',
          by: 'kecamatan-tabang/sekretariat',
          kind: 'plt',
          from: '2020-11-02' as Day,
          until: null,
          letter: '821/311/BKPSDM',
        },
        {
          unit: 'disnaker/bidang-transmigrasi',
          by: 'disnaker/bidang-hubungan-industrial',
          kind: 'plt',
          from: '2020-12-14' as Day,
          until: null,
          letter: '821/340/BKPSDM',
        },
      ],
    },
    absences: { around: demoDay, before: 25, after: 40, numbering: '090/{n}/2021' },
    events: [],
  })
