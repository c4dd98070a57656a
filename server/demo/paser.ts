/** Paser in 2021: the circular of January (061.1/01/ORG) and the regent's letter of July on the restriction of activities. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { AnswerRecord } from '@piket/domain/staff/facts.ts'
import type { DemoRegion } from './demo-region.ts'
import { regionFrom } from './region-plan.ts'
import { structural } from './sketch.ts'

const demoDay = '2021-07-12' as Day
const source = 'Juru bicara Satgas, 4 Januari 2021 (ANTARA Kalimantan Timur)'

export const paser = (): DemoRegion =>
  regionFrom({
    code: '64.01',
    slug: 'paser',
    nameId: 'Kabupaten Paser',
    nameEn: 'Paser Regency',
    kind: 'regency',
    zone: 'Asia/Makassar',
    province: { code: '64', slug: 'kalimantan-timur', nameId: 'Kalimantan Timur', nameEn: 'East Kalimantan' },
    demoDay,
    invented: false,
    circulars: ['paser-2021-01', 'paser-2021-07'],
    organisation: {
      reformed: false,
      renamed: { damkar: 'Dinas Pemadam Kebakaran' },
      hospitals: [
        { id: 'rsud-panglima-sebaya', name: 'RSUD Panglima Sebaya', echelon: 'III', size: 1.3 },
        { id: 'rsud-pratama-kerang', name: 'RSUD Pratama Kerang', echelon: 'III', size: 0.35 },
      ],
      healthCentres: [
        { name: 'Batu Sopang', district: 'Batu Sopang' },
        { name: 'Tanjung Harapan', district: 'Tanjung Harapan', size: 0.8 },
        { name: 'Paser Belengkong', district: 'Paser Belengkong' },
        { name: 'Tanah Grogot', district: 'Tanah Grogot', size: 1.4 },
        { name: 'Senaken', district: 'Tanah Grogot', size: 1.1 },
        { name: 'Kuaro', district: 'Kuaro', size: 1.2 },
        { name: 'Long Ikis', district: 'Long Ikis', size: 1.2 },
        { name: 'Krayan', district: 'Long Ikis', size: 0.7 },
        { name: 'Muara Komam', district: 'Muara Komam' },
        { name: 'Long Kali', district: 'Long Kali', size: 1.2 },
        { name: 'Mendik', district: 'Long Kali', size: 0.7 },
        { name: 'Batu Engau', district: 'Batu Engau' },
        { name: 'Muara Samu', district: 'Muara Samu', size: 0.7 },
      ],
      remoteDistricts: ['Muara Samu'],
      schoolsPerDistrict: { primary: 11, secondary: 3 },
      buildings: {
        'Gedung A Kompleks Perkantoran Km 5': ['disdik', 'dinsos', 'dpmd', 'dppkbp3a', 'dispora'],
        'Gedung B Kompleks Perkantoran Km 5': ['disperindagkop', 'disnaker', 'dkp', 'diskan'],
        'Gedung C Kompleks Perkantoran Km 5': ['disdukcapil', 'dpmptsp', 'bapenda'],
        'Gedung D Kompleks Perkantoran Km 5': ['distan', 'disbun', 'dlh'],
        'Kantor Bupati': ['setda', 'bkpsdm', 'bpkad', 'bappeda', 'satgas'],
      },
      units: [
        {
          unit: 'satgas',
          name: 'Sekretariat Satuan Tugas Penanganan COVID-19',
          kind: 'agency',
          sector: 'critical',
          head: structural('kepala_bidang', 'Kepala Sekretariat Satuan Tugas', 'III'),
          answersTo: { unit: 'bpbd' },
          crew: [
            ['rescue', 5],
            ['office', 4],
          ],
        },
      ],
    },
    staff: {
      staff: 6412,
      asOf: demoDay,
      origins: [
        ['javanese', 34],
        ['banjar', 22],
        ['bugis', 15],
        ['kutai', 12],
        ['dayak', 10],
        ['batak', 3],
        ['toraja', 3],
        ['madurese', 1],
      ],
      contractShare: 0.4,
      contracts: [
        ['ptt', 70],
        ['pppk', 16],
        ['honorary', 14],
      ],
      contractYears: [2020, 2021],
      named: { disdukcapil: 'H. Suwardi' },
      vacancies: [
        {
          unit: 'disdukcapil/sekretariat',
          by: 'disdukcapil/bidang-pencatatan-sipil',
          kind: 'plt',
          from: '2020-12-01' as Day,
          until: null,
          letter: '821.2/114/BKPSDM',
        },
        {
          unit: 'kecamatan-muara-samu',
          by: 'kecamatan-muara-samu/sekretariat',
          kind: 'plt',
          from: '2020-11-16' as Day,
          until: null,
          letter: '821.2/098/BKPSDM',
        },
        {
          unit: 'kecamatan-kuaro/kelurahan-kuaro',
          by: 'kecamatan-kuaro/kelurahan-kuaro/sekretariat',
          kind: 'plt',
          from: '2020-12-14' as Day,
          until: null,
          letter: '821.2/121/BKPSDM',
        },
        {
          unit: 'dinsos/bidang-pemberdayaan-sosial',
          by: 'dinsos/bidang-pemberdayaan-sosial/seksi-penanganan-fakir-miskin',
          kind: 'plt',
          from: '2021-01-11' as Day,
          until: null,
          letter: '821.2/009/BKPSDM',
        },
      ],
    },
    absences: { around: demoDay, before: 200, after: 40, numbering: '094/{n}/2021' },
    caseCounts: [{ day: '2021-01-04' as Day, confirmed: 1219, recovered: 1136, died: 31, in_care: 52, source }],
    events: [
      { type: 'ppkm', subject: 'paser', from: '2021-07-08', until: null, authority: 'bupati', recorded: '2021-07-08' },
    ],
    more: () => ({ answers: limitedHours() }),
  })

/** Clause c4 leaves the limited hours to each head. Three of the six have answered here; the hours are invented. */
const limitedHours = (): AnswerRecord[] =>
  [
    { unit: 'disarpus', value: '08.00-12.00 WITA' },
    { unit: 'bapenda', value: '08.00-13.00 WITA' },
    { unit: 'dinkes/puskesmas-tanah-grogot', value: '08.00-11.30 WITA' },
  ].map((answer) => ({
    ...answer,
    circular: 'paser-2021-01',
    clause: 'c4',
    by: 'opd_head',
    from: '2021-01-05' as Day,
    until: '2021-01-18' as Day,
    recorded: '2021-01-05',
  }))
