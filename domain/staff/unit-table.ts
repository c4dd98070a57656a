import { choice, count, echelon, error, personId, several, severalOf, unitPath, words } from './cell.ts'
import { activeFrom, activeUntil, backwards } from './columns.ts'
import type { UnitRecord } from './facts.ts'
import { optional, required, type Table, tableOf, usually } from './table.ts'

const unitKind = choice({
  agency: ['opd', 'skpd', 'perangkat daerah'],
  sub_unit: ['bidang', 'bagian', 'uptd', 'upt', 'seksi', 'subbagian', 'bidang/bagian/uptd'],
  team: ['regu', 'tim', 'regu/tim'],
  district: ['kecamatan'],
  village: ['kelurahan', 'desa', 'kelurahan/desa'],
  health: ['puskesmas', 'rsud', 'fasilitas kesehatan'],
  service_post: ['pos layanan', 'pos pelayanan'],
})

export const unitTable: Table<UnitRecord> = tableOf(
  {
    unit_id: required(unitPath, 'kode unit', 'id unit'),
    name: required(words, 'nama unit', 'nama opd', 'perangkat daerah'),
    kind: required(unitKind, 'jenis unit'),
    parent_id: optional(unitPath, 'unit induk', 'induk'),
    class: usually([], several, 'kelas unit', 'golongan unit'),
    sector: optional(words, 'sektor'),
    functions: usually([], several, 'fungsi', 'layanan'),
    top_echelons: optional(severalOf(echelon), 'jenjang teratas'),
    workplace_in: optional(words, 'lokasi'),
    employer: optional(words, 'instansi'),
    building: optional(words, 'gedung'),
    room: optional(words, 'ruang'),
    room_capacity: optional(count, 'kapasitas'),
    head_id: optional(personId, 'kepala'),
    active_from: activeFrom,
    active_until: activeUntil,
  },
  {
    record: (cells) => ({
      unit: cells.unit_id,
      name: cells.name,
      kind: cells.kind,
      class: cells.class,
      sector: cells.sector,
      functions: cells.functions,
      topEchelons: cells.top_echelons,
      workplaceIn: cells.workplace_in,
      employer: cells.employer,
      building: cells.building,
      room: cells.room,
      roomCapacity: cells.room_capacity,
      head: cells.head_id,
      from: cells.active_from,
      until: cells.active_until,
      recorded: null,
    }),
    row: (record) => ({
      unit_id: record.unit,
      name: record.name,
      kind: record.kind,
      parent_id: parentOf(record.unit),
      class: record.class,
      sector: record.sector,
      functions: record.functions,
      top_echelons: record.topEchelons,
      workplace_in: record.workplaceIn,
      employer: record.employer,
      building: record.building,
      room: record.room,
      room_capacity: record.roomCapacity,
      head_id: record.head,
      active_from: record.from,
      active_until: record.until,
    }),
    check: ({ unit_id, parent_id, active_from, active_until }) => [
      ...(parent_id === null || parent_id === parentOf(unit_id) ? [] : [wrongParent(unit_id, parent_id)]),
      ...backwards(active_from, active_until),
    ],
  },
)

/** The unit above, by its path; null for an agency. */
export const parentOf = (unit: string): string | null =>
  unit.includes('/') ? unit.slice(0, unit.lastIndexOf('/')) : null

const wrongParent = (unit: string, parent: string) =>
  error(
    'PKT-805',
    { id: `Induk ${parent} tidak sama dengan jalur ${unit}.`, en: `The parent ${parent} is not the path of ${unit}.` },
    { id: 'Samakan keduanya, atau kosongkan induk.', en: 'Make them agree, or leave the parent blank.' },
  )
