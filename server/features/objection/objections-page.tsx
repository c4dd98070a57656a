import { objectionKinds } from '@piket/domain/objection/objection.ts'
import { staffColumns } from '@piket/domain/objection/staff-columns.ts'
import { Choice, Field, Radios, Tick } from '#platform/field.tsx'
import { type Language, longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Objection } from './service.ts'
import { Standing } from './standing-page.tsx'
import type { Text } from './text.ts'

/** The form as it begins: with what its address asks for. */
export interface Begun {
  readonly nomor: string
  readonly soal: string | undefined
  readonly hari: string
  readonly kolom: string | undefined
}

interface Props {
  readonly view: View
  readonly slug: string
  readonly objections: readonly Objection[]
  readonly begun: Begun
  readonly now: number
  readonly moment: (at: number) => string
  readonly t: Text
}

/** What somebody objects to, and how it stands. */
export function ObjectionsPage(props: Props) {
  const { view, slug, objections, now, moment, t } = props
  const { language } = view
  return (
    <Shell view={view} title={t.title} here="saya">
      <WorkTabs view={view} here="keberatan" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      <Notice tone="unknown">
        <p>{t.follow}</p>
      </Notice>
      <div class="cols">
        <ObjectForm {...props} language={language} />
        <section class="card stack" aria-labelledby="diajukan">
          <h2 id="diajukan">{t.own}</h2>
          {objections.length === 0 && <p>{t.none}</p>}
          <ul class="list">
            {objections.map((one) => (
              <li>
                <div class="grow stack-s">
                  <p>
                    <Subject objection={one} language={language} t={t} />
                  </p>
                  <Standing objection={one} now={now} moment={moment} t={t} />
                  <p class="small">
                    <a
                      href={`/${slug}/keberatan/${one.id}`}
                      aria-label={t.openOf(objectionKinds[one.kind][language], longDay(one.day, language))}
                    >
                      {t.open}
                    </a>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}

/** What an objection is about, in one line. */
export const Subject = ({
  objection: { kind, column, day, everyDay },
  language,
  t,
}: {
  readonly objection: Objection
  readonly language: Language
  readonly t: Text
}) => (
  <>
    {objectionKinds[kind][language]}
    {column && ` (${staffColumns[column][language]})`}: {longDay(day, language)}
    {everyDay && ` ${t.everyDayToo}`}
  </>
)

function ObjectForm({ slug, begun, language, t }: Props & { readonly language: Language }) {
  return (
    <Form class="card stack" action={`/${slug}/keberatan`} aria-labelledby="ajukan">
      <h2 id="ajukan">{t.ask}</h2>
      <input type="hidden" name="nomor" value={begun.nomor} />
      <Radios
        name="soal"
        label={t.about}
        options={Object.entries(objectionKinds).map(([kind, words]) => [kind, words[language]])}
        value={begun.soal}
        required
      />
      <Choice
        name="kolom"
        label={t.column}
        hint={t.columnHint}
        options={[
          ['', t.noColumn],
          ...Object.entries(staffColumns).map(([column, words]) => [column, words[language]] as const),
        ]}
        value={begun.kolom}
      />
      <Field name="hari" label={t.day} type="date" value={begun.hari} required />
      <Tick name="seterusnya" words={t.everyDay} />
      <Field name="alasan" label={t.reason} hint={t.reasonHint} rows={3} maxLength={1000} required />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.send}
        </button>
      </div>
    </Form>
  )
}
