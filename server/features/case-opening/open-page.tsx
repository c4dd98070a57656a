import { caseKinds } from '@piket/domain/case/case.ts'
import { Choice, Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Opening } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Where the form is sent: the page it stands on. */
  readonly action: string
  readonly opening: Opening
  /** Of the form: sent twice, it is one. */
  readonly id: string
  /** The last day that a journey can lie on. */
  readonly today: string
  readonly t: Text
}

/** The form of a case: whom it asks, of one where several can be, and to explain what. */
export function OpenPage({ view, action, opening: { kind, people, day }, id, today, t }: Props) {
  const { language } = view
  const [only] = people
  const isOfSeveral = kind === 'uncoordinated' || kind === 'inspection' || kind === 'complaint'
  const about = [isOfSeveral ? '' : only?.name, day && longDay(day, language)].filter(Boolean).join(' · ')
  return (
    <Shell view={view} title={t.title}>
      <div class="head">
        <div>
          <h1>
            {t.title}: {caseKinds[kind][language]}
          </h1>
          <p>{about}</p>
          <p class="small quiet">{t.lead}</p>
        </div>
      </div>
      {only === undefined ? (
        <p class="card">{t.nobody}</p>
      ) : (
        <Form class="card stack narrow" action={action}>
          <input type="hidden" name="nomor" value={id} />
          {isOfSeveral && (
            <Choice name="pegawai" label={t.who} options={people.map(({ employee, name }) => [employee, name])} />
          )}
          {day === null && <Field name="hari" label={t.day} type="date" max={today} required />}
          <Field name="kata" label={t.words} hint={t.wordsHint} rows={4} maxLength={1000} required />
          <div class="act">
            <button class="ds-button" type="submit">
              {t.open}
            </button>
          </div>
        </Form>
      )}
    </Shell>
  )
}
