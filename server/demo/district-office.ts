/** The units of a kecamatan and its kelurahan. */
import type { District, Village } from './demo-region.ts'
import { slugOf, structural, subsection, type UnitSketch } from './sketch.ts'

interface Staffed {
  /** Sections are led by functional coordinators instead of echelon IV. */
  readonly reformed: boolean
  /** Districts whose office has hardly anybody beside its posts. */
  readonly remoteDistricts?: readonly string[]
}

/** Every unit of a kecamatan, down to its kelurahan. */
export function districtUnits(
  district: District,
  villages: readonly Village[],
  { reformed, remoteDistricts }: Staffed,
): UnitSketch[] {
  const size = remoteDistricts?.includes(district.name) ? 0.12 : 1
  const unit = `kecamatan-${slugOf(district.name)}`
  const office = `Kantor Camat ${district.name}`
  const area = { district: district.code, village: null }
  return [
    {
      unit,
      name: `Kecamatan ${district.name}`,
      kind: 'district',
      class: ['kecamatan'],
      sector: 'ordinary',
      topEchelons: ['III', 'IV'],
      building: office,
      area,
      head: structural('camat', `Camat ${district.name}`, 'III', 'government'),
      answersTo: { unit: 'setda' },
    },
    {
      unit: `${unit}/sekretariat`,
      name: 'Sekretariat Kecamatan',
      kind: 'sub_unit',
      building: office,
      head: structural('sekretaris_camat', `Sekretaris Kecamatan ${district.name}`, 'III', 'government'),
      crew: [['village_office', 3 * size]],
    },
    ...['Umum dan Kepegawaian', 'Keuangan'].map(
      (title): UnitSketch => ({
        unit: `${unit}/sekretariat/subbagian-${slugOf(title.split(' ', 1)[0] as string)}`,
        name: `Subbagian ${title}`,
        kind: 'team',
        building: office,
        head: subsection(title, reformed),
        crew: [['village_office', 1]],
      }),
    ),
    // A kecamatan keeps its echelon IV after the reform: its sections serve the public with powers of their own.
    ...['Pemerintahan', 'Pelayanan Umum', 'Ketenteraman dan Ketertiban', 'Pemberdayaan Masyarakat'].map(
      (title): UnitSketch => ({
        unit: `${unit}/seksi-${slugOf(title)}`,
        name: `Seksi ${title}`,
        kind: 'team',
        building: office,
        ...(title === 'Pelayanan Umum' && { functions: ['public_counter'] }),
        head: structural('kepala_seksi', `Kepala Seksi ${title}`, 'IV'),
        crew: [['village_office', (title === 'Pelayanan Umum' ? 2.4 : 1.2) * size]],
      }),
    ),
    ...villages
      .filter((village) => village.district === district.code && village.kind === 'kelurahan')
      .flatMap((village) => ward(unit, village)),
  ]
}

function ward(district: string, { code, district: districtCode, name }: Village): UnitSketch[] {
  const unit = `${district}/kelurahan-${slugOf(name)}`
  const building = `Kantor Lurah ${name}`
  return [
    {
      unit,
      name: `Kelurahan ${name}`,
      kind: 'village',
      class: ['kelurahan'],
      topEchelons: ['IV'],
      building,
      area: { district: districtCode, village: code },
      head: structural('lurah', `Lurah ${name}`, 'IV', 'government'),
      crew: [['village_office', 4]],
    },
    {
      unit: `${unit}/sekretariat`,
      name: 'Sekretariat Kelurahan',
      kind: 'team',
      building,
      head: structural('kepala_subbagian', `Sekretaris Kelurahan ${name}`, 'IV'),
      crew: [['village_office', 1.6]],
    },
    ...['Pemerintahan', 'Pemberdayaan Masyarakat'].map(
      (title): UnitSketch => ({
        unit: `${unit}/seksi-${slugOf(title)}`,
        name: `Seksi ${title}`,
        kind: 'team',
        building,
        head: structural('kepala_seksi', `Kepala Seksi ${title} Kelurahan ${name}`, 'IV'),
      }),
    ),
  ]
}
