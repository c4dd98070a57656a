import { type GrantedRole, grantedRoles } from '@piket/domain/access/role.ts'
import { roleWords } from '@piket/domain/access/role-words.ts'
import { Choice, Field } from '#platform/field.tsx'
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
    <Choice
      name="peran"
      label={t.role}
      // Nobody is given power by a tap that chose nothing.
      options={[
        ...(chosen ? [] : [['', t.chooseRole] as const]),
        ...grantedRoles.map((role) => [role, roleWords[role][language]] as const),
      ]}
      value={chosen}
    />
    <div class="cols even">
      <Field name="dari" label={t.from} type="date" />
      <Field name="sampai" label={t.until} type="date" />
    </div>
    <p class="small quiet">{t.datesHint}</p>
    <Field name="surat" label={t.letter} maxLength={120} />
  </>
)
