import type { Day } from '@piket/domain/calendar/day.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { Field, Radios } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Actable } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly actable: Actable
  /** A new number for each form. */
  readonly form: () => string
  readonly t: Text
}

/** What can be done to a document that is law, each by a letter of its own. */
export function ActPage(props: Props) {
  const { view, slug, actable, t } = props
  const { doc } = actable.filed
  const path = `/${slug}/edaran/${doc.id}`
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p lang="id">{citation(doc, doc.id)[view.language]}</p>
          <p class="small quiet">{t.lead}</p>
        </div>
        <p class="act">
          <a href={path}>{t.back}</a>
        </p>
      </div>
      <div class="cols">
        <div class="stack">
          {typeof actable.end === 'string' ? (
            <ActForm {...props} kind="extend" action={`${path}/perpanjang`} />
          ) : (
            <section class="card stack-s" aria-labelledby="tanpa-akhir">
              <h2 id="tanpa-akhir">{t.extend}</h2>
              <p>{endWords(props)}</p>
            </section>
          )}
          <ActForm {...props} kind="revoke" action={`${path}/cabut`} />
        </div>
        <div class="stack">
          {doc.open_questions.length > 0 && <Questions {...props} action={`${path}/jawab`} />}
          <section class="card stack-s" aria-labelledby="ubah">
            <h2 id="ubah">{t.change}</h2>
            <p>{t.changeLead}</p>
            <p class="act">
              <a href={`/${slug}/konsep`}>{t.drafts}</a>
            </p>
          </section>
        </div>
      </div>
    </Shell>
  )
}

interface ActFormProps extends Props {
  readonly kind: 'extend' | 'revoke'
  readonly action: string
}

function ActForm(props: ActFormProps) {
  const { kind, action, form, t } = props
  const id = (name: string) => `${kind}-${name}`
  return (
    <Form class="card stack-s" action={action} encType="multipart/form-data" aria-labelledby={kind}>
      <h2 id={kind}>{t[kind]}</h2>
      {kind === 'extend' && <p>{endWords(props)}</p>}
      <input type="hidden" name="nomor" value={form()} />
      <Field
        name={kind === 'extend' ? 'sampai' : 'sejak'}
        label={kind === 'extend' ? t.until : t.from}
        type="date"
        required
      />
      <Field name="nomor_surat" id={id('nomor')} label={t.number} maxLength={120} required />
      <Field name="tanggal_surat" id={id('tanggal')} label={t.issued} type="date" required />
      <Field name="penandatangan" id={id('penandatangan')} label={t.signer} maxLength={120} required />
      <div class="ds-field">
        <label class="ds-label" for={id('surat')}>
          {t.letter}
        </label>
        <p class="small quiet" id={id('surat-petunjuk')}>
          {t.letterHint}
        </p>
        <input
          id={id('surat')}
          name="surat"
          type="file"
          accept="application/pdf"
          required
          aria-describedby={id('surat-petunjuk')}
        />
      </div>
      <p class="act">
        <button class="ds-button" data-variant={kind === 'revoke' ? 'secondary' : undefined} type="submit">
          {t.send[kind]}
        </button>
      </p>
    </Form>
  )
}

function endWords({ actable: { end }, view: { language }, t }: Props): string {
  if (end === null) return t.openEnd
  return typeof end === 'string' ? t.endsOn(longDay(end.slice(0, 10) as Day, language)) : t.endsByEvent
}

function Questions({
  actable: { filed, inUse, unitName },
  view: { language },
  action,
  t,
}: Props & { readonly action: string }) {
  const { doc } = filed
  return (
    <section class="card stack" aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{t.questions}</h2>
      <p class="small quiet">{t.questionsLead}</p>
      {doc.open_questions.map((question) => (
        <Form class="stack-s" action={action} of={{ pertanyaan: question.id }}>
          <Radios
            name="bacaan"
            label={question.text}
            value={inUse[question.id]}
            options={question.readings.map((reading) => {
              const said = readingWords(doc, reading, unitName).map((one) => one[language])
              const words = said.join('; ') || t.asWritten
              return [
                reading.id,
                reading.impossible === undefined ? words : `${words} · ${t.impossible(reading.impossible)}`,
              ]
            })}
          />
          <p class="act">
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {t.answer}
            </button>
          </p>
        </Form>
      ))}
    </section>
  )
}
