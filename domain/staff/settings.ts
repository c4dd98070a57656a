import type { Day } from '../calendar/day.ts'
import { zones } from '../calendar/zone.ts'
import type { Bilingual } from '../messages/problem.ts'
import { type DatedHeads, headsOn, type RegionLink, type Settings, usualSettings } from './facts.ts'

/** What `settings.yaml` says (circular-language, section 9.6). */
export interface SettingsFile {
  readonly zone: string | null
  readonly regions: readonly RegionLink[]
  readonly settings: Settings
}

type Map = Readonly<Record<string, unknown>>

/**
 * Reads the settings, given as the value its YAML stands for. A dated list of heads is kept, and said as of `on`.
 * Returns what is wrong, with the path of each, instead of guessing.
 */
export function readSettings(document: unknown, on: Day): SettingsFile | { readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = []
  const root = mapOf(document, '', wrong)
  for (const key of Object.keys(root)) if (!keys.includes(key)) wrong.push(unknownKey(key))
  const zone = oneOf(root.zone, zones, 'zone', wrong)
  const precedence = mapOf(root.precedence ?? {}, 'precedence', wrong)
  const placement = oneOf(precedence.placement, ['nearest', 'parent'] as const, 'precedence.placement', wrong)
  const quota = oneOf(precedence.quota, ['tightest', 'nearest'] as const, 'precedence.quota', wrong)
  oneOf(root.fallback, ['office'] as const, 'fallback', wrong)
  const regions = listOf(root.regions ?? [], 'regions', wrong).map((entry, place) => {
    const { id, within } = mapOf(entry, `regions.${place}`, wrong)
    if (typeof id !== 'string') wrong.push(shape(`regions.${place}.id`))
    return { region: String(id), within: typeof within === 'string' ? within : null }
  })
  const dated = headsIn(root.opd_head, wrong)
  if (wrong.length > 0) return { wrong }
  const settings = {
    placement: placement ?? usualSettings.placement,
    quota: quota ?? usualSettings.quota,
    heads: usualSettings.heads,
  }
  // Before the first day of a dated list the usual posts count.
  const datedHeads = dated[0]?.from === null ? dated : [{ from: null, heads: usualSettings.heads }, ...dated]
  const heads = headsOn({ ...settings, datedHeads }, on)
  return { zone, regions, settings: { ...settings, heads, ...(datedHeads.length > 1 && { datedHeads }) } }
}

export interface Wrong {
  readonly code: 'PKT-201' | 'PKT-202'
  readonly path: string
  readonly finding: Bilingual
}

const keys = ['zone', 'regions', 'precedence', 'opd_head', 'fallback']

/** A list of position codes, or a dated list of such lists: `[{from: 2021-01-01, positions: [camat]}]`. */
function headsIn(value: unknown, wrong: Wrong[]): DatedHeads[] {
  if (value === undefined || value === null) return []
  const list = listOf(value, 'opd_head', wrong)
  if (list.every((entry) => typeof entry === 'string')) return [{ from: null, heads: list }]
  return list
    .map((entry, place): DatedHeads => {
      const { from, positions } = mapOf(entry, `opd_head.${place}`, wrong)
      const heads = listOf(positions, `opd_head.${place}.positions`, wrong).map(String)
      return { from: from === undefined || from === null ? null : (String(from) as Day), heads }
    })
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
}

function oneOf<V extends string>(value: unknown, accepted: readonly V[], path: string, wrong: Wrong[]): V | null {
  if (value === undefined || value === null) return null
  const found = accepted.find((candidate) => candidate === value)
  if (!found) wrong.push(shape(path, accepted))
  return found ?? null
}

function mapOf(value: unknown, path: string, wrong: Wrong[]): Map {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Map
  wrong.push(shape(path))
  return {}
}

function listOf(value: unknown, path: string, wrong: Wrong[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  wrong.push(shape(path))
  return []
}

const shape = (path: string, accepted: readonly string[] = []): Wrong => {
  const list = accepted.join(', ')
  return {
    code: 'PKT-201',
    path,
    finding: accepted.length
      ? { id: `Harus salah satu dari: ${list}.`, en: `Must be one of: ${list}.` }
      : { id: 'Bentuk ini tidak diizinkan di sini.', en: 'This form is not allowed here.' },
  }
}
const unknownKey = (key: string): Wrong => ({
  code: 'PKT-202',
  path: key,
  finding: { id: `Kunci ${key} tidak dikenal.`, en: `The key ${key} is not known.` },
})
