/** Kotawaringin Timur in July 2021: a quarter at the office, in turns, on the governor's instruction 180.17/109/2021. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { DemoRegion } from './demo-region.ts'
import { regionFrom } from './region-plan.ts'

const demoDay = '2021-07-21' as Day

export const kotawaringinTimur = (): DemoRegion =>
  regionFrom({
    code: '62.02',
    slug: 'kotawaringin-timur',
    nameId: 'Kabupaten Kotawaringin Timur',
    nameEn: 'Kotawaringin Timur Regency',
    kind: 'regency',
    zone: 'Asia/Jakarta',
    province: { code: '62', slug: 'kalimantan-tengah', nameId: 'Kalimantan Tengah', nameEn: 'Central Kalimantan' },
    demoDay,
    invented: false,
    circulars: ['kalteng-180.17-109-2021', 'kotim-2021-07'],
    organisation: {
      reformed: false,
      hospitals: [{ id: 'rsud-murjani', name: 'RSUD dr. Murjani Sampit', echelon: 'II', size: 1.7 }],
      healthCentres: [
        { name: 'Kota Besi', district: 'Kota Besi' },
        { name: 'Cempaga', district: 'Cempaga' },
        { name: 'Mentaya Hulu', district: 'Mentaya Hulu' },
        { name: 'Parenggean', district: 'Parenggean', size: 1.2 },
        { name: 'Baamang 1', district: 'Baamang', size: 1.3 },
        { name: 'Baamang 2', district: 'Baamang' },
        { name: 'Ketapang 1', district: 'Mentawa Baru Ketapang', size: 1.3 },
        { name: 'Ketapang 2', district: 'Mentawa Baru Ketapang', size: 1.1 },
        { name: 'Pasir Putih', district: 'Mentawa Baru Ketapang' },
        { name: 'Mentaya Hilir Utara', district: 'Mentaya Hilir Utara', size: 0.8 },
        { name: 'Samuda', district: 'Mentaya Hilir Selatan', size: 1.1 },
        { name: 'Pulau Hanaut', district: 'Pulau Hanaut', size: 0.8 },
        { name: 'Antang Kalang', district: 'Antang Kalang', size: 0.8 },
        { name: 'Teluk Sampit', district: 'Teluk Sampit', size: 0.8 },
        { name: 'Seranau', district: 'Seranau', size: 0.8 },
        { name: 'Cempaga Hulu', district: 'Cempaga Hulu' },
        { name: 'Telawang', district: 'Telawang', size: 0.8 },
        { name: 'Bukit Santuai', district: 'Bukit Santuai', size: 0.7 },
        { name: 'Tualan Hulu', district: 'Tualan Hulu', size: 0.7 },
        { name: 'Telaga Antang', district: 'Telaga Antang', size: 0.7 },
      ],
      remoteDistricts: ['Bukit Santuai', 'Tualan Hulu', 'Telaga Antang'],
      schoolsPerDistrict: { primary: 7, secondary: 2 },
      buildings: {
        'Kompleks Perkantoran Jalan Jenderal Sudirman': ['disdik', 'dinsos', 'disnaker', 'dispora', 'dppkbp3a'],
        'Gedung Pertanian Terpadu': ['distan', 'disbun', 'dkp', 'diskan'],
        'Kantor Bupati': ['setda', 'bappeda', 'bpkad', 'bkpsdm'],
        'Mal Pelayanan': ['dpmptsp', 'disdukcapil'],
      },
    },
    staff: {
      staff: 6874,
      asOf: demoDay,
      origins: [
        ['dayak', 31],
        ['banjar', 30],
        ['javanese', 26],
        ['madurese', 8],
        ['bugis', 2],
        ['batak', 3],
      ],
      contractShare: 0.4,
      contracts: [
        ['honorary', 64],
        ['ptt', 18],
        ['pppk', 18],
      ],
      contractYears: [2020, 2021],
      named: {},
      vacancies: [
        // The secretary of a small kecamatan fills in as camat of the next one: two must come, a quarter of ten is two,
        // and nobody is left for the counter until the three months of the letter are over.
        {
          unit: 'kecamatan-tualan-hulu',
          by: 'kecamatan-bukit-santuai/sekretariat',
          kind: 'plt',
          from: '2021-05-03' as Day,
          until: '2021-08-02' as Day,
          letter: '821.3/140/BKPSDM',
        },
        {
          unit: 'disarpus',
          by: 'disarpus/sekretariat',
          kind: 'plt',
          from: '2021-04-01' as Day,
          until: null,
          letter: '821.3/097/BKPSDM',
        },
        {
          unit: 'dlh/bidang-pengendalian-pencemaran',
          by: 'dlh/bidang-penataan-dan-penaatan-lingkungan',
          kind: 'plt',
          from: '2021-06-14' as Day,
          until: null,
          letter: '821.3/166/BKPSDM',
        },
      ],
    },
    absences: { around: demoDay, before: 25, after: 45, numbering: '800/{n}/2021' },
    events: [],
    // Called to the office on the demonstration day, as the rule of July allows. Invented.
    recalls: {
      unit: 'dinsos/bidang-rehabilitasi-sosial/seksi-rehabilitasi-anak-dan-lanjut-usia',
      people: 2,
      order: {
        day: demoDay,
        do: 'recall',
        by: 'kepala_dinas',
        at: `${demoDay}T09:30`,
        reason: 'Rapat penyaluran bantuan sosial',
      },
    },
  })
