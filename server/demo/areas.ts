/**
 * Districts and villages, read from the package idn-area-data as it is published. Its data stand under the Open
 * Database License: they are loaded when a region is set up, named as a source, and never copied into this repository.
 */
import { getDistricts, getVillages } from 'idn-area-data'
import type { District, Village } from './demo-region.ts'

export interface Areas {
  /** Districts of a region by its code, in order of code; none when the code is not in the data. */
  districtsOf(region: string): readonly District[]
  /** Villages of a region by its code, in order of code. */
  villagesOf(region: string): readonly Village[]
}

/** Reads the whole of the country once; about a tenth of a second. */
export async function loadAreas(): Promise<Areas> {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()])
  const districtsOf = grouped(districts, ({ regency_code }) => regency_code)
  const villagesOf = grouped(villages, ({ district_code }) => district_code.slice(0, 5))
  return {
    districtsOf: (region) => (districtsOf.get(region) ?? []).map(({ code, name }) => ({ code, name })),
    villagesOf: (region) =>
      (villagesOf.get(region) ?? []).map(({ code, district_code, name }) => ({
        code,
        district: district_code,
        name,
        kind: kindOfVillage(code),
      })),
  }
}

/** The first digit of the last group tells a kelurahan (1) from a desa (2): Permendagri on codes of areas. */
export const kindOfVillage = (code: string): Village['kind'] =>
  code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa'

function grouped<T extends { code: string }>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  for (const group of groups.values()) group.sort((a, b) => (a.code < b.code ? -1 : 1))
  return groups
}
