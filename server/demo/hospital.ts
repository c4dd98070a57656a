/** The units of a hospital. */
import { leading, slugOf, structural, subsection, type UnitSketch } from './sketch.ts'

export interface Hospital {
  readonly id: string
  readonly name: string
  readonly echelon: 'II' | 'III'
  readonly size: number
}

/**
 * Every unit of a hospital.
 * @param reformed subsections are led by functional coordinators
 */
export function hospitalUnits({ id, name, echelon, size }: Hospital, reformed: boolean): UnitSketch[] {
  const below = echelon === 'II' ? 'III' : 'IV'
  const wards = [
    'Instalasi Gawat Darurat',
    'Instalasi Rawat Inap',
    'Instalasi Perawatan Intensif',
    'Ruang Bersalin dan Perinatologi',
  ]
  const clinics = [
    'Instalasi Rawat Jalan',
    'Instalasi Farmasi',
    'Instalasi Laboratorium',
    'Instalasi Radiologi',
    'Instalasi Rekam Medis',
  ]
  const field = (title: string): UnitSketch[] => {
    const unit = `${id}/bidang-${slugOf(title)}`
    const head = structural(
      below === 'III' ? 'kepala_bidang' : 'kepala_seksi',
      `Kepala ${below === 'III' ? 'Bidang' : 'Seksi'} ${title}`,
      below,
      'public_health',
    )
    return [
      {
        unit,
        name: `${below === 'III' ? 'Bidang' : 'Seksi'} ${title}`,
        kind: 'sub_unit',
        head,
        crew: [['office', 4 * size]],
      },
    ]
  }
  const leadField = (title: string) =>
    /Farmasi/.test(title) ? 'pharmacist' : /Laboratorium|Rekam/.test(title) ? 'public_health' : 'doctor'
  const installation = (title: string, profile: 'ward' | 'clinic', weight: number): UnitSketch => ({
    unit: `${id}/${slugOf(title)}`,
    name: title,
    kind: 'sub_unit',
    head: leading('fungsional', `Kepala ${title}`, leadField(title)),
    crew: [[profile, weight * size]],
  })
  return [
    {
      unit: id,
      name,
      kind: 'health',
      class: ['rsud'],
      sector: 'critical',
      topEchelons: echelon === 'II' ? ['II', 'III', 'IV'] : ['III', 'IV'],
      head: structural('direktur_rsud', `Direktur ${name}`, echelon, 'doctor'),
      answersTo: { unit: 'setda' },
    },
    {
      unit: `${id}/bagian-tata-usaha`,
      name: 'Bagian Tata Usaha',
      kind: 'sub_unit',
      head:
        below === 'III'
          ? structural('kepala_bagian', `Kepala Bagian Tata Usaha ${name}`, 'III')
          : structural('kepala_subbagian', `Kepala Subbagian Tata Usaha ${name}`, 'IV'),
      crew: [['office', 6 * size]],
    },
    ...['Umum dan Kepegawaian', 'Keuangan'].map(
      (title): UnitSketch => ({
        unit: `${id}/bagian-tata-usaha/subbagian-${slugOf(title.split(' ', 1)[0] as string)}`,
        name: `Urusan ${title}`,
        kind: 'team',
        ...(below === 'III' && { head: subsection(title, reformed) }),
        crew: [['office', 5 * size]],
      }),
    ),
    ...['Pelayanan Medik', 'Keperawatan', 'Penunjang'].flatMap(field),
    ...wards.map((title, at) => installation(title, 'ward', at === 1 ? 80 : 30)),
    ...clinics.map((title) => installation(title, 'clinic', 16)),
    {
      unit: `${id}/regu-keamanan`,
      name: 'Regu Keamanan',
      kind: 'team',
      class: ['security'],
      crew: [['guard', 9 * size]],
    },
  ]
}
