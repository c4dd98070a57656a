/** The teams of the task force: one for the region, one in each district, one in each village. */
import type { UnitRecord } from '@piket/domain/staff/facts.ts'
import type { District, TaskForceTeam, Village } from './demo-region.ts'
import { slugOf } from './sketch.ts'

/**
 * Teams that can accompany activities. The joint team is of the disaster agency, Satpol PP and the police; a district
 * team is led by its camat; a village team by nobody on the region's staff, unless the village is a kelurahan.
 */
export function taskForceOf(
  districts: readonly District[],
  villages: readonly Village[],
  units: readonly UnitRecord[],
): TaskForceTeam[] {
  const heads = new Map(units.map(({ unit, head }) => [unit, head]))
  const nameOf = new Map(districts.map(({ code, name }) => [code, name]))
  const kecamatan = (code: string) => `kecamatan-${slugOf(nameOf.get(code) as string)}`
  return [
    {
      team: 'gabungan',
      name: 'Tim Satgas Gabungan',
      area: null,
      leader: heads.get('bpbd') ?? null,
      members: [
        { body: 'bpbd', people: 4 },
        { body: 'satpolpp', people: 6 },
        { body: 'police', people: 4 },
      ],
      capacity: 4,
    },
    ...districts.map(
      ({ code, name }): TaskForceTeam => ({
        team: code,
        name: `Tim Satgas Kecamatan ${name}`,
        area: code,
        leader: heads.get(kecamatan(code)) ?? null,
        members: [
          { body: kecamatan(code), people: 3 },
          { body: 'satpolpp', people: 2 },
          { body: 'police', people: 2 },
        ],
        capacity: 3,
      }),
    ),
    ...villages.map(
      ({ code, district, name, kind }): TaskForceTeam => ({
        team: code,
        name: `Tim Satgas ${kind === 'desa' ? 'Desa' : 'Kelurahan'} ${name}`,
        area: code,
        leader: kind === 'kelurahan' ? (heads.get(`${kecamatan(district)}/kelurahan-${slugOf(name)}`) ?? null) : null,
        members: [
          { body: kind === 'desa' ? 'village' : kecamatan(district), people: 3 },
          { body: 'police', people: 1 },
        ],
        capacity: 1,
      }),
    ),
  ]
}
