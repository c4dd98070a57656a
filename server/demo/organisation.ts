/** The units of a region, from the secretariat down to squads. */
import type { AgencyPlan, FieldPlan } from './agency-plan.ts'
import { agencies } from './catalogue.ts'
import type { District, Village } from './demo-region.ts'
import { districtUnits } from './district-office.ts'
import { type Hospital, hospitalUnits } from './hospital.ts'
import { assistants, bureaus, experts } from './secretariat.ts'
import { leading, section, slugOf, structural, subsection, type UnitSketch } from './sketch.ts'

export interface HealthCentre {
  readonly name: string
  /** Name of the district it stands in. */
  readonly district: string
  readonly class?: 'klinik'
  readonly size?: number
}

export interface OrganisationPlan {
  /** Sections are led by functional coordinators instead of echelon IV, as after the reform of 2021. */
  readonly reformed: boolean
  readonly without?: readonly string[]
  readonly renamed?: Readonly<Record<string, string>>
  readonly added?: readonly AgencyPlan[]
  readonly hospitals: readonly Hospital[]
  readonly healthCentres: readonly HealthCentre[]
  /** Districts whose office has hardly anybody beside its posts. */
  readonly remoteDistricts?: readonly string[]
  readonly schoolsPerDistrict: { readonly primary: number; readonly secondary: number }
  /** Buildings that house several agencies; an agency that stands in none has one of its own. */
  readonly buildings: Readonly<Record<string, readonly string[]>>
  readonly units?: readonly UnitSketch[]
}

/**
 * Every unit of the region, each after the unit above it.
 * @param region its name as in titles: `Kabupaten Paser`
 */
export function organisationOf(
  region: string,
  plan: OrganisationPlan,
  districts: readonly District[],
  villages: readonly Village[],
): UnitSketch[] {
  const chosen = [...agencies.filter(({ id }) => !plan.without?.includes(id)), ...(plan.added ?? [])]
  const units = [
    ...secretariat(region, plan),
    ...chosen.flatMap((agency) => agencyUnits({ ...agency, name: plan.renamed?.[agency.id] ?? agency.name }, plan)),
    ...plan.healthCentres.flatMap((centre, at) => healthCentre(centre, at, districts)),
    ...districts.flatMap((district) => schools(district, plan)),
    ...plan.hospitals.flatMap((hospital) => hospitalUnits(hospital, plan.reformed)),
    ...districts.flatMap((district) => districtUnits(district, villages, plan)),
    ...(plan.units ?? []),
  ]
  return units.map((unit) => housed(unit, plan))
}

function secretariat(region: string, { reformed }: OrganisationPlan): UnitSketch[] {
  return [
    {
      unit: 'setda',
      name: 'Sekretariat Daerah',
      kind: 'agency',
      topEchelons: ['II', 'III', 'IV'],
      head: structural('sekda', `Sekretaris Daerah ${region}`, 'II'),
      beside: [
        ...assistants.map((title) => structural('asisten', title, 'II')),
        ...experts.map((title) => structural('staf_ahli', title, 'II')),
      ],
    },
    ...bureaus.flatMap(({ name, assistant, sections }): UnitSketch[] => {
      const unit = `setda/bagian-${slugOf(name)}`
      return [
        {
          unit,
          name: `Bagian ${name}`,
          kind: 'sub_unit',
          head: structural('kepala_bagian', `Kepala Bagian ${name}`, 'III'),
          answersTo: { unit: 'setda', beside: assistant },
          crew: [['office', name === 'Umum' ? 14 : 2]],
        },
        ...sections.map(
          (title): UnitSketch => ({
            unit: `${unit}/subbagian-${slugOf(title)}`,
            name: `Subbagian ${title}`,
            kind: 'team',
            head: subsection(title, reformed),
            crew: [['office', 2.4]],
          }),
        ),
      ]
    }),
    {
      unit: 'setda/bagian-umum/regu-keamanan',
      name: 'Regu Keamanan Kantor',
      kind: 'team',
      class: ['security'],
      crew: [['guard', 14]],
    },
  ]
}

const headTitles: Readonly<Record<AgencyPlan['head'], (name: string) => string>> = {
  kepala_dinas: (name) => `Kepala ${name}`,
  kepala_badan: (name) => (name.startsWith('Badan Penanggulangan') ? `Kepala Pelaksana ${name}` : `Kepala ${name}`),
  kepala_satpolpp: (name) => `Kepala ${name}`,
  inspektur: () => 'Inspektur Daerah',
  sekretaris_dprd: () => 'Sekretaris DPRD',
}

function agencyUnits(
  { id, name, head, size = 1, sector, profile = 'office', fields }: AgencyPlan,
  plan: OrganisationPlan,
): UnitSketch[] {
  const { reformed } = plan
  const isCouncil = head === 'sekretaris_dprd'
  const office: UnitSketch[] = isCouncil
    ? []
    : [
        {
          unit: `${id}/sekretariat`,
          name: 'Sekretariat',
          kind: 'sub_unit',
          head: structural('sekretaris_opd', `Sekretaris ${name}`, 'III'),
          crew: [['office', 1.2 * size]],
        },
        ...['Umum dan Kepegawaian', 'Perencanaan Program dan Keuangan'].map(
          (title): UnitSketch => ({
            unit: `${id}/sekretariat/subbagian-${slugOf(title.split(' ', 1)[0] as string)}`,
            name: `Subbagian ${title}`,
            kind: 'team',
            head: subsection(title, reformed),
            crew: [['office', 3.2 * size]],
          }),
        ),
      ]
  return [
    {
      unit: id,
      name,
      kind: 'agency',
      sector: sector ?? 'ordinary',
      topEchelons: ['II', 'III', 'IV'],
      head: structural(head, headTitles[head](name), 'II'),
      answersTo: { unit: 'setda' },
    },
    ...office,
    ...fields.flatMap((field) => fieldUnits(id, field, { size, profile, isCouncil, reformed })),
  ]
}

function fieldUnits(
  agency: string,
  field: FieldPlan,
  {
    size,
    profile: usual,
    isCouncil,
    reformed,
  }: { size: number; profile: NonNullable<AgencyPlan['profile']>; isCouncil: boolean; reformed: boolean },
): UnitSketch[] {
  const isAudit = field.name.startsWith('Inspektur')
  const word = isCouncil ? 'Bagian' : 'Bidang'
  const unit = `${agency}/${word.toLowerCase()}-${field.id ?? slugOf(field.name)}`
  const profile = field.profile ?? usual
  const title = isAudit ? field.name : `Kepala ${word} ${field.name}`
  return [
    {
      unit,
      name: isAudit ? field.name : `${word} ${field.name}`,
      kind: 'sub_unit',
      ...(field.functions && { functions: field.functions }),
      head: structural(
        isCouncil ? 'kepala_bagian' : 'kepala_bidang',
        title,
        'III',
        profile === 'technical' ? 'technical' : 'office',
      ),
      crew: [[profile, (isAudit ? 7 : 1.2) * size]],
    },
    ...field.sections.map(
      (name): UnitSketch => ({
        unit: `${unit}/${isCouncil ? 'subbagian' : 'seksi'}-${slugOf(name)}`,
        name: `${isCouncil ? 'Subbagian' : 'Seksi'} ${name}`,
        kind: 'team',
        head: isCouncil ? subsection(name, reformed) : section(name, reformed),
        crew: [[profile, (profile === 'counter' ? 4.4 : 2.6) * size]],
      }),
    ),
    ...Array.from({ length: field.squads?.count ?? 0 }, (_, at): UnitSketch => {
      const { name, profile: work, weight } = field.squads as NonNullable<FieldPlan['squads']>
      return {
        unit: `${unit}/${slugOf(name)}-${at + 1}`,
        name: `${name} ${at + 1}`,
        kind: 'team',
        head: {
          position: 'staf',
          title: `Koordinator ${name} ${at + 1}`,
          echelon: 'none',
          job: 'executor',
          field: 'office',
        },
        crew: [[work, weight]],
      }
    }),
  ]
}

function healthCentre(
  { name, district, class: kind, size = 1 }: HealthCentre,
  at: number,
  districts: readonly District[],
): UnitSketch[] {
  const unit = `dinkes/${kind ?? 'puskesmas'}-${slugOf(name)}`
  const title = kind ? `Klinik ${name}` : `Puskesmas ${name}`
  const code = districts.find((candidate) => candidate.name === district)?.code
  if (code === undefined) throw new Error(`${title} stands in ${district}, which is no district of the region`)
  return [
    {
      unit,
      name: title,
      kind: 'health',
      class: [kind ?? 'puskesmas'],
      building: title,
      area: { district: code, village: null },
      head: leading('kepala_puskesmas', `Kepala ${title}`, at % 2 ? 'public_health' : 'doctor'),
      crew: [['health_centre', 30 * size]],
    },
    {
      unit: `${unit}/tata-usaha`,
      name: 'Subbagian Tata Usaha',
      kind: 'team',
      building: title,
      head: structural('kepala_subbagian', `Kepala Subbagian Tata Usaha ${title}`, 'IV', 'public_health'),
      crew: [['office', 4 * size]],
    },
  ]
}

function schools(
  { code, name }: District,
  { schoolsPerDistrict: { primary, secondary } }: OrganisationPlan,
): UnitSketch[] {
  const school = (title: string, weight: number): UnitSketch => ({
    unit: `disdik/${slugOf(title)}`,
    name: title,
    kind: 'service_post',
    class: ['school'],
    building: title,
    area: { district: code, village: null },
    head: leading('fungsional', `Kepala ${title}`, 'school'),
    crew: [['teacher', weight]],
  })
  return [
    ...Array.from({ length: primary }, (_, at) => school(`SD Negeri ${String(at + 1).padStart(3, '0')} ${name}`, 11)),
    ...Array.from({ length: secondary }, (_, at) => school(`SMP Negeri ${at + 1} ${name}`, 20)),
  ]
}

/** Puts a unit into the building of its agency; floors follow the order of the sub-units. */
function housed(unit: UnitSketch, { buildings }: OrganisationPlan): UnitSketch {
  if (unit.building) return unit
  const [agency = '', part] = unit.unit.split('/')
  const shared = Object.entries(buildings).find(([, agencies]) => agencies.includes(agency))?.[0]
  const floor = part === undefined || part.startsWith('sekretariat') ? 1 : 1 + (part.length % 3)
  return {
    ...unit,
    building: shared ?? `Kantor ${agency.replaceAll('-', ' ').toUpperCase()}`,
    room: `Lantai ${floor}, ${unit.name}`,
  }
}
