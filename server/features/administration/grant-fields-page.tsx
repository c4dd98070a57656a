import { type GrantedRole, grantedRoles } from '@piket/domain/access/role.ts'
import { roleWords } from '@piket/domain/access/role-words.ts'
import { Field } from '#platform/field.tsx'
import type { Language } from '#platform/language.ts'
import type { Text } from './text.ts'

interface Props {
  readonly chosen?: GrantedRole
  readonly language: Language
  readonly t: Text
}

/** Which role, for how long, by which letter. */
export const GrantFields = ({ chosen, language, t }: Props) => (
  <>
    <div class="ds-field">
      <label class="ds-label" for="peran">
        {t.role}
      </label>
      <select id="peran" name="peran" required>
        {grantedRoles.map((role) => (
          <option value={role} selected={role === chosen}>
            {roleWords[role][language]}
          </option>
        ))}
      </select>
    </div>
    <div class="cols even">
      <Field name="dari" label={t.from} type="date" />
      <Field name="sampai" label={t.until} type="date" />
    </div>
    <p class="small quiet">{t.datesHint}</p>
    <Field name="surat" label={t.letter} maxLength={120} />
  </>
)
