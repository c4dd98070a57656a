import type { Day } from '@piket/domain/calendar/day.ts'
import { circumstancePermits, leavePermits, letterPermits, type PermitKind } from '@piket/domain/permit/kinds.ts'
import { healthAttributes } from '@piket/domain/staff/facts.ts'
import { Choice, Field, Tick } from '#platform/field.tsx'
import type { Text } from './text.ts'

/** The form as it begins. */
export interface Begun {
  readonly nomor: string
  readonly jenis: PermitKind
  readonly mulai: Day
  readonly sampai: Day
  readonly luar: boolean
  readonly kategori: string | null
  readonly keterangan: string
}

const groups = [
  ['leave', leavePermits],
  ['duty', ['official_travel', ...letterPermits]],
  ['rule', [...circumstancePermits, 'health', 'travel_out_of_region']],
] as const

interface FieldsProps {
  readonly begun: Begun
  /** No day before this one can be chosen. */
  readonly first: Day
  readonly t: Text
}

/** The fields of a permit, for oneself and for somebody else. */
export const PermitFields = ({ begun, first, t }: FieldsProps) => (
  <>
    <input type="hidden" name="nomor" value={begun.nomor} />
    <Choice
      name="jenis"
      label={t.kind}
      options={groups.map(([group, kinds]) => [t.groups[group], kinds.map((kind) => [kind, t.kinds[kind]] as const)])}
      value={begun.jenis}
    />
    <Field name="mulai" label={t.from} type="date" min={first} value={begun.mulai} required />
    <Field name="sampai" label={t.until} type="date" min={first} value={begun.sampai} required />
    <Tick name="luar" words={t.outside} set={begun.luar} />
    <Choice
      name="kategori"
      label={t.category}
      hint={t.categoryHint}
      options={[['', t.noCategory], ...healthAttributes.map((one) => [one, t.categories[one]] as const)]}
      value={begun.kategori ?? undefined}
    />
    <Field name="keterangan" label={t.reason} hint={t.reasonHint} value={begun.keterangan} rows={2} maxLength={1000} />
  </>
)
