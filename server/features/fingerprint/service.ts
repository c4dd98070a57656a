/** Exports of fingerprint machines: looked over first, then kept as a set of taps, from which a day is derived. */
import { createHash } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  comingAndGoing,
  type FingerprintAround,
  fingerprintChecker,
  fingerprintTable,
  isTap,
  keyOf,
  plainNumber,
  type Tap,
  type TapDirection,
  tapOf,
} from '@piket/domain/attendance/fingerprint.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { type Actor, as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { takeWhole } from '#platform/form.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { readTableBytes } from '#platform/table-file.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { listEmployees, listUnits } from '../staff/service.ts'
import { type KnownVoucher, momentOn } from '../voucher/service.ts'
import {
  addFile,
  addMachineRow,
  addTaps,
  fileOf,
  filesImported,
  machines,
  markImported,
  numbersOf,
  putNumber,
  tapsOn,
} from './queries.ts'

export interface Machine {
  readonly machine: string
  readonly agency: string
  readonly name: string
}

export interface MachineList {
  /** Agencies whose machines the viewer may import, with their names. */
  readonly agencies: readonly { readonly unit: string; readonly name: string }[]
  readonly machines: readonly Machine[]
}

/** Files and days are taken for so long, as check-ins are. */
const daysTaken = 31
/** Of a file, in bytes. */
export const largestFile = 2 * 1024 * 1024
const filesShown = 20

const whole = (region: RegionAsListed): Actor => ({ region: region.code, reach: 'region' })
const ofAgency = (region: RegionAsListed, agency: string): Actor => ({ region: region.code, reach: 'agency', agency })
const now = (source: Source) => new Date(source.clock.moment()).toISOString()
const byOf = (viewer: Viewer) => viewer.employee ?? viewer.account

/** The machines within somebody's reach. */
export const machinesOf = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<MachineList> =>
  as(source.db, whole(region), async (tx) => {
    const reaches = (agency: string) => may(viewer, 'import-fingerprints', { region: region.code, agency })
    const units = (await listUnits(tx, roleWindow(source, region))).filter(({ unit }) => !unit.includes('/'))
    return {
      agencies: units.filter(({ unit }) => reaches(unit)).map(({ unit, name }) => ({ unit, name })),
      machines: (await machines(tx)).filter(({ agency }) => reaches(agency)),
    }
  })

/**
 * Adds a machine of an agency, once however often it comes.
 * @returns a refusal where the agency is not within reach, the machine has no name, or its id is of another one
 */
export async function addMachine(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { machine, agency, name }: Machine,
): Promise<Refusal | undefined> {
  const { agencies } = await machinesOf(source, region, viewer)
  if (!agencies.some(({ unit }) => unit === agency)) return { refused: 'not-allowed' }
  if (name.trim() === '') return { refused: 'machine-name-missing' }
  return as(source.db, ofAgency(region, agency), async (tx) => {
    const row = { machine_id: machine, agency_id: agency, name: name.trim(), added_by: viewer.account }
    if (await addMachineRow(tx, { ...row, added_at: now(source) })) {
      await recordEvent(tx, { actor: viewer.account, kind: 'fingerprint-machine-added', subject: machine, agency })
      return undefined
    }
    const kept = await machineIn(tx, agency, machine)
    // Of a machine out of reach nothing is told.
    if (!kept) return { refused: 'not-found' }
    return kept.name === name.trim() ? undefined : { refused: 'form-used' }
  })
}

export interface MachineView extends Machine {
  /** Numbers that were entered, with the employee ids they mean. */
  readonly numbers: readonly { readonly number: string; readonly employee: string }[]
  readonly files: readonly { readonly sha256: string; readonly imported: number }[]
}

const machineIn = async (tx: Tx, agency: string, machine: string) =>
  (await machines(tx)).find((one) => one.machine === machine && one.agency === agency)

/** A machine of an agency with its numbers and files. */
export const machineView = (
  source: Source,
  region: RegionAsListed,
  agency: string,
  machine: string,
): Promise<MachineView | Refusal> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    const found = await machineIn(tx, agency, machine)
    if (!found) return { refused: 'not-found' }
    return { ...found, numbers: await numbersOf(tx, machine), files: await filesImported(tx, machine, filesShown) }
  })

/** People of an agency today, by employee id and NIP. */
async function peopleOf(tx: Tx, source: Source, region: RegionAsListed): Promise<Map<string, string>> {
  const employees = await listEmployees(tx, roleWindow(source, region))
  return new Map(
    employees.flatMap(({ employee, nip }) =>
      [employee, ...(nip === null ? [] : [nip])].map((key): [string, string] => [plainNumber(key), employee]),
    ),
  )
}

/**
 * Enters whom numbers of a machine mean, a line each: the number, then NIP or employee id.
 * @returns the lines that cannot be read, of which none is entered then; a refusal when there is no such machine
 */
export const enterNumbers = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { agency, machine, lines }: { readonly agency: string; readonly machine: string; readonly lines: string },
): Promise<{ readonly unread: readonly string[] } | Refusal> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    if (!(await machineIn(tx, agency, machine))) return { refused: 'not-found' }
    const people = await peopleOf(tx, source, region)
    const read = lines
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [number = '', person = '', ...more] = line.trim().split(/[\s;,=]+/)
        const employee = people.get(plainNumber(person))
        const isNumber = number !== '' && number.length <= 40 && !/\p{Cc}/u.test(number)
        return { line, number: plainNumber(number), employee: more.length === 0 && isNumber ? employee : undefined }
      })
    const unread = read.filter(({ employee }) => employee === undefined).map(({ line }) => line)
    if (unread.length > 0) return { unread }
    for (const { number, employee = '' } of read) {
      const said = { employee_id: employee, entered_by: viewer.account, entered_at: now(source) }
      await putNumber(tx, { machine_id: machine, number, ...said })
    }
    const body = { numbers: read.length }
    await recordEvent(tx, { actor: viewer.account, kind: 'machine-numbers-entered', subject: machine, agency, body })
    return { unread: [] }
  })

/** Reads a file of the form. */
export async function takeFile(stream: AsyncIterable<Buffer>): Promise<{ readonly content: Buffer } | Refusal> {
  const content = await takeWhole(stream, largestFile)
  return isRefusal(content) ? content : { content }
}

/** Keeps a file before anything is imported. @returns its name: the hash of what it holds */
export const keepFile = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { agency, machine, content }: { readonly agency: string; readonly machine: string; readonly content: Buffer },
): Promise<{ readonly sha256: string } | Refusal> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    if (!(await machineIn(tx, agency, machine))) return { refused: 'not-found' }
    if (content.length === 0) return { refused: 'fingerprint-file-missing' }
    const sha256 = createHash('sha256').update(content).digest('hex')
    await addFile(tx, { machine_id: machine, sha256, content, kept_by: viewer.account, kept_at: now(source) })
    return { sha256 }
  })

/** A kept file, read again. */
export interface ReadFile {
  readonly machine: Machine
  /** Taps that can be imported, each once. */
  readonly taps: readonly Tap[]
  readonly problems: readonly Problem[]
  /** Name of somebody on it. */
  readonly nameOf: (employee: string) => string
  /** null: it was only looked over. */
  readonly imported: Date | null
}

interface FileRef {
  readonly agency: string
  readonly machine: string
  readonly sha256: string
}

/** Reads a kept file: what it says, and what of it is left out. */
export const readFile = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  file: FileRef,
): Promise<ReadFile | Refusal> =>
  as(source.db, ofAgency(region, file.agency), (tx) => read(tx, source, region, viewer, file))

async function read(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { agency, machine: id, sha256 }: FileRef,
): Promise<ReadFile | Refusal> {
  const machine = await machineIn(tx, agency, id)
  const file = machine && (await fileOf(tx, id, sha256))
  if (!file) return { refused: 'not-found' }
  const today = businessDay(source, region)
  const people = await peopleOf(tx, source, region)
  const entered = (await numbersOf(tx, id)).map(({ number, employee }): [string, string] => [number, employee])
  const around: FingerprintAround = {
    numbers: new Map([...people, ...entered]),
    by: byOf(viewer),
    today,
    now: source.clock.now(region.zone, region.demoDay).slice(11),
    since: addDays(today, -daysTaken),
  }
  const taps = new Map<string, Tap>()
  const problems = await readTableBytes(file.content, {
    table: fingerprintTable,
    checker: fingerprintChecker(around),
    onRecord(row) {
      const tap = tapOf(row, around)
      if (isTap(tap)) taps.set(keyOf(tap), tap)
    },
  })
  const names = new Map(
    (await listEmployees(tx, roleWindow(source, region))).map(({ employee, name }) => [employee, name]),
  )
  const nameOf = (employee: string) => names.get(employee) ?? employee
  return { machine, taps: [...taps.values()], problems, nameOf, imported: file.imported }
}

/** Imports what a kept file says of known people. Again it changes nothing, unless numbers were entered since. */
export const importFile = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  file: FileRef,
): Promise<Refusal | undefined> =>
  as(source.db, ofAgency(region, file.agency), async (tx) => {
    const known = await read(tx, source, region, viewer, file)
    if ('refused' in known) return known
    if (known.taps.length === 0) return { refused: 'fingerprint-file-missing' }
    const imported_at = now(source)
    const added = await addTaps(
      tx,
      known.taps.map(({ employee, day, time, direction }) => ({
        ...{ day, employee_id: employee, machine_id: file.machine, direction, imported_at },
        at: new Date(momentOn(source, region, day, time)).toISOString(),
      })),
    )
    await markImported(tx, file.machine, file.sha256, imported_at)
    if (added.length === 0) return undefined
    const { agency, machine, sha256 } = file
    const body = { machine, file: sha256, taps: added.length }
    await recordEvent(tx, { actor: byOf(viewer), kind: 'fingerprints-imported', subject: agency, agency, body })
    return undefined
  })

/** What machines say of a day, of some people, as words beside phones or instead of them. */
export async function fingerprintsOf(tx: Tx, day: Day, employees: readonly string[]): Promise<KnownVoucher[]> {
  const groups = new Map<string, Awaited<ReturnType<typeof tapsOn>>>()
  for (const tap of await tapsOn(tx, day, employees)) {
    const key = `${tap.machine} ${tap.employee}`
    groups.set(key, [...(groups.get(key) ?? []), tap])
  }
  return [...groups].flatMap(([key, taps]) =>
    comingAndGoing(taps.map(({ at, direction }) => ({ at, direction: direction as TapDirection }))).flatMap(
      ({ moment, at }): KnownVoucher[] => {
        const tap = taps.find((one) => one.at === at)
        if (!tap) return []
        const { employee: person, machine, name, importedAt } = tap
        const who = { employee: person, by: machine, byName: null, reason: name, seenBy: null }
        return [
          {
            ...who,
            voucher: `${key} ${moment}`,
            kind: 'fingerprint',
            moment,
            place: 'office',
            at,
            vouchedAt: importedAt,
          },
        ]
      },
    ),
  )
}
