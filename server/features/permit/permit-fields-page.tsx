import type { Day } from '@piket/domain/calendar/day.ts'
import { circumstancePermits, leavePermits, letterPermits, type PermitKind } from '@piket/domain/permit/kinds.ts'
import { healthAttributes } from '@piket/domain/staff/facts.ts'
import { Choice, Field } from '#platform/field.tsx'
import type { Text } from './text.ts'

/** The form as it was typed, or empty. */
export interface Typed {
  readonly nomor: string
  readonly jenis: PermitKind
  readonly mulai: Day
  readonly sampai: Day
  readonly luar?: 'ya' | undefined
  readonly kategori: string | null
  readonly keterangan: string
}

const groups = [
  ['leave', leavePermits],
  ['duty', ['official_travel', ...letterPermits]],
  ['rule', [...circumstancePermits, 'health', 'travel_out_of_region']],
] as const

interface FieldsProps {
  readonly typed: Typed
  /** No day before this one can be chosen. */
  readonly first: Day
  readonly t: Text
}

/** The fields of a permit, for oneself and for somebody else. */
export const PermitFields = ({ typed, first, t }: FieldsProps) => (
  <>
    <input type="hidden" name="nomor" value={typed.nomor} />
    <div class="ds-field">
      <label class="ds-label" for="jenis">
        {t.kind}
      </label>
      <select class="ds-input" id="jenis" name="jenis">
        {groups.map(([group, kinds]) => (
          <optgroup label={t.groups[group]}>
            {kinds.map((kind) => (
              <option value={kind} selected={kind === typed.jenis}>
                {t.kinds[kind]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
    <Field name="mulai" label={t.from} type="date" min={first} value={typed.mulai} required />
    <Field name="sampai" label={t.until} type="date" min={first} value={typed.sampai} required />
    <label class="tick">
      <input class="ds-input" type="checkbox" name="luar" value="ya" checked={typed.luar === 'ya'} />
      <span>{t.outside}</span>
    </label>
    <Choice
      name="kategori"
      label={t.category}
      hint={t.categoryHint}
      options={[['', t.noCategory], ...healthAttributes.map((one) => [one, t.categories[one]] as const)]}
      value={typed.kategori ?? undefined}
    />
    <Field name="keterangan" label={t.reason} hint={t.reasonHint} value={typed.keterangan} rows={2} maxLength={1000} />
  </>
)
