import type { Day } from '@piket/domain/calendar/day.ts'
import { circumstancePermits, leavePermits, letterPermits, type PermitKind } from '@piket/domain/permit/kinds.ts'
import { healthAttributes } from '@piket/domain/staff/facts.ts'
import { Field } from '#platform/field.tsx'
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
    <div class="ds-field">
      <label class="ds-label" for="kategori">
        {t.category}
      </label>
      <p class="small quiet" id="kategori-petunjuk">
        {t.categoryHint}
      </p>
      <select class="ds-input" id="kategori" name="kategori" aria-describedby="kategori-petunjuk">
        <option value="">{t.noCategory}</option>
        {healthAttributes.map((one) => (
          <option value={one} selected={one === typed.kategori}>
            {t.categories[one]}
          </option>
        ))}
      </select>
    </div>
    <Field name="keterangan" label={t.reason} hint={t.reasonHint} value={typed.keterangan} rows={2} maxLength={1000} />
  </>
)
