/** What only shows when rows are held against each other, the units, and the day of the import. */
import { ageOn, type Day } from '../calendar/day.ts'
import { error, type Finding, warning } from './cell.ts'
import type { EmployeeRecord, UnitRecord } from './facts.ts'
import { nipFindings } from './nip.ts'
import { parentOf } from './unit-table.ts'

/** A finding of a row, by its number in the file. */
export interface RowFinding {
  readonly row: number
  /** The column it is about, by its canonical header. */
  readonly header: string
  readonly finding: Finding
}

/** Takes rows one by one, so that a file of any length is checked as it passes; `end` says what only the whole shows. */
export interface Checker<Row> {
  add(record: Row, row: number): RowFinding[]
  end(): Iterable<RowFinding>
}

/** What is known besides the file. */
export interface Around {
  readonly today: Day
  /** Every unit there is. */
  readonly units: Pick<ReadonlySet<string>, 'has'>
  /** NIP of everybody known already, by employee id. */
  readonly known: ReadonlyMap<string, string | null>
}

const usualAges = { youngest: 17, oldest: 66 }

/** Checks a staff list: PKT-801 to 807 (circular-language, section 9.1). */
export function staffChecker({ today, units, known }: Around): Checker<EmployeeRecord> {
  const rowOf = new Map<string, number>()
  const ownerOf = new Map<string, string>()
  const superiorOf = new Map<string, string>()
  return {
    add(record, row) {
      const { employee, nip, birth, unit, supervisor } = record
      const findings = nipFindings(record).map((finding) => ({ row, header: 'nip', finding }))
      const earlier = rowOf.get(employee)
      if (earlier === undefined) rowOf.set(employee, row)
      else findings.push({ row, header: 'employee_id', finding: twice('employee_id', earlier) })
      if (nip !== null) {
        const owner = ownerOf.get(nip)
        if (owner === undefined) ownerOf.set(nip, employee)
        else findings.push({ row, header: 'nip', finding: twice('NIP', rowOf.get(owner) ?? row) })
      }
      if (!units.has(unit)) findings.push({ row, header: 'unit_id', finding: unknownUnit(unit) })
      if (birth !== null && !usualAge(birth, today)) {
        findings.push({ row, header: 'birth_date', finding: oddAge(ageOn(birth, today)) })
      }
      if (supervisor !== null) superiorOf.set(employee, supervisor)
      return findings
    },
    end: () => [...takenNumbers(ownerOf, rowOf, known), ...superiorFindings(superiorOf, rowOf, known)],
  }
}

function usualAge(birth: Day, today: Day): boolean {
  const age = ageOn(birth, today)
  return age >= usualAges.youngest && age <= usualAges.oldest
}

/** A NIP of the file that belongs to somebody who is not in it. */
function* takenNumbers(
  ownerOf: ReadonlyMap<string, string>,
  rowOf: ReadonlyMap<string, number>,
  known: Around['known'],
): Generator<RowFinding> {
  for (const [employee, nip] of known) {
    if (nip === null || rowOf.has(employee)) continue
    const claimant = ownerOf.get(nip)
    if (claimant === undefined) continue
    yield { row: rowOf.get(claimant) ?? 0, header: 'nip', finding: taken(employee) }
  }
}

function* superiorFindings(
  superiorOf: ReadonlyMap<string, string>,
  rowOf: ReadonlyMap<string, number>,
  known: Around['known'],
): Generator<RowFinding> {
  const settled = new Set<string>()
  for (const [employee, superior] of superiorOf) {
    const row = rowOf.get(employee) ?? 0
    if (!rowOf.has(superior) && !known.has(superior)) {
      yield { row, header: 'supervisor_id', finding: outside(superior) }
    }
    const path = new Set<string>()
    let next: string | undefined = employee
    while (next !== undefined && !settled.has(next) && !path.has(next)) {
      path.add(next)
      next = superiorOf.get(next)
    }
    if (next !== undefined && path.has(next)) {
      const circle = [...path].slice([...path].indexOf(next))
      for (const member of circle) {
        yield { row: rowOf.get(member) ?? 0, header: 'supervisor_id', finding: inCircle(circle) }
      }
    }
    for (const member of path) settled.add(member)
  }
}

/** Checks a list of units: each once, and the unit above each one there. */
export function unitChecker(known: ReadonlySet<string>): Checker<UnitRecord> {
  const rowOf = new Map<string, number>()
  return {
    add({ unit }, row) {
      const earlier = rowOf.get(unit)
      if (earlier !== undefined) return [{ row, header: 'unit_id', finding: twice('unit_id', earlier) }]
      rowOf.set(unit, row)
      return []
    },
    *end() {
      for (const [unit, row] of rowOf) {
        const parent = parentOf(unit)
        if (parent !== null && !rowOf.has(parent) && !known.has(parent)) {
          yield { row, header: 'unit_id', finding: unknownUnit(parent) }
        }
      }
    },
  }
}

/** Checks a dated table: every person in it must be known. */
export const personChecker = <Row extends { readonly employee: string }>(
  known: Pick<ReadonlySet<string>, 'has'>,
): Checker<Row> => ({
  add: ({ employee }, row) =>
    known.has(employee) ? [] : [{ row, header: 'employee_id', finding: unknownPerson(employee) }],
  end: () => [],
})

const twice = (what: string, row: number) =>
  error(
    'PKT-804',
    { id: `${what} ini sudah ada di baris ${row}.`, en: `This ${what} stands in row ${row} already.` },
    { id: 'Hapus baris ganda, atau betulkan.', en: 'Remove the doubled row, or correct it.' },
  )
const taken = (employee: string) =>
  error(
    'PKT-804',
    { id: `NIP ini milik pegawai ${employee}.`, en: `This NIP belongs to employee ${employee}.` },
    {
      id: 'Pakai employee_id yang lama: employee_id tetap walaupun NIP berganti.',
      en: 'Keep the old employee_id: it stays when a NIP changes.',
    },
  )
const unknownUnit = (unit: string) =>
  error(
    'PKT-805',
    { id: `Unit ${unit} tidak dikenal.`, en: `The unit ${unit} is not known.` },
    {
      id: 'Tambahkan pada tabel unit lebih dahulu, atau betulkan kodenya.',
      en: 'Add it to the units first, or correct the id.',
    },
  )
const outside = (superior: string) =>
  warning(
    'PKT-806',
    { id: `Atasan ${superior} tidak ada dalam daftar.`, en: `The superior ${superior} is not in the list.` },
    { id: 'Betulkan, atau tambahkan atasannya.', en: 'Correct it, or add the superior.' },
  )
const inCircle = (circle: readonly string[]) =>
  warning(
    'PKT-806',
    {
      id: `Atasan melingkar: ${circle.slice(0, 5).join(' -> ')} -> ${circle[0]}.`,
      en: `Superiors form a circle: ${circle.slice(0, 5).join(' -> ')} -> ${circle[0]}.`,
    },
    { id: 'Betulkan salah satu atasan.', en: 'Correct one of the superiors.' },
  )
const oddAge = (age: number) =>
  warning(
    'PKT-807',
    { id: `Umur ${age} tahun, di luar 17 sampai 66.`, en: `The age of ${age} lies outside 17 to 66.` },
    { id: 'Periksa tanggal lahir.', en: 'Check the date of birth.' },
  )
const unknownPerson = (employee: string) =>
  error(
    'PKT-811',
    { id: `Pegawai ${employee} tidak dikenal.`, en: `The employee ${employee} is not known.` },
    { id: 'Impor daftar pegawai lebih dahulu, atau betulkan.', en: 'Import the staff first, or correct the id.' },
  )
