import { places, serviceStates } from '@piket/domain/circular/clause.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import type { ValueKind } from '@piket/domain/circular/values.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import { placeWords, recipientWords, serviceWords, wordFor } from '@piket/domain/messages/words.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayText, type Language } from '#platform/language.ts'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { LeftClause, LeftClauses } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly clauses: LeftClauses
  /** A new number for each form. */
  readonly form: () => string
  readonly t: Text
}

/** Every clause that leaves something to somebody, what was answered, and the form that answers. */
export function AnswersPage(props: Props) {
  const { view, slug, clauses, t } = props
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/edaran`}>{t.all}</a>
        </p>
      </div>
      {clauses.left.length === 0 && <p class="card">{t.none}</p>}
      <ul class="stack">
        {clauses.left.map((left) => (
          <Item {...props} left={left} />
        ))}
      </ul>
    </Shell>
  )
}

/** A value as people say it: a place and the state of a service are words of the language. */
const valueWords = (value: string | number, language: Language) =>
  wordFor({ ...placeWords, ...serviceWords }, String(value))[language]

function Item(props: Props & { readonly left: LeftClause }) {
  const { left, clauses, view, slug, t } = props
  const { doc, clause, ask, about, untilThen, answers } = left
  const { language } = view
  const day = (one: LeftClause['answers'][number]) =>
    t.since(one.from === null ? '–' : dayText(one.from, language), one.until && dayText(one.until, language))
  return (
    <li class="card stack-s">
      <h2>
        <a href={`/${slug}/edaran/${doc.id}#${clause.id}`}>
          {citation(doc, doc.id)[language]} · {clause.id}
        </a>
      </h2>
      <p>{clauseSentence(clause, doc, clauses.unitName)[language]}</p>
      <p class="small quiet">
        {t.asked(wordFor(recipientWords, ask)[language])}
        {about !== null && (
          <>
            {' · '}
            <span lang="id">{about}</span>
          </>
        )}
      </p>
      <p class="small">{untilThen === null ? t.open : t.untilThen(valueWords(untilThen, language))}</p>
      <h3>{t.answers}</h3>
      {answers.length === 0 && <p class="small">{t.unanswered}</p>}
      <ul class="list small">
        {answers.map((one) => (
          <li>
            {t.answerOf(
              one.unit === null ? t.region : clauses.unitName(one.unit),
              valueWords(one.value, language),
              day(one),
            )}
          </li>
        ))}
      </ul>
      {left.kinds.map((kind) => (
        <AnswerForm {...props} kind={kind} />
      ))}
    </li>
  )
}

interface AnswerFormProps extends Props {
  readonly left: LeftClause
  readonly kind: ValueKind
}

/** One thing that a clause leaves: it may leave several. */
function AnswerForm({ left, kind, clauses, slug, view: { language }, form, t }: AnswerFormProps) {
  const { doc, clause } = left
  const action = `/${slug}/diserahkan`
  const of = { surat: doc.id, butir: clause.id, jenis: kind }
  const isRefused = useIsRefused(action, of)
  const at = (name: string) => `${name}-${doc.id}-${clause.id}-${kind}`
  return (
    <details class="ds-details" open={isRefused}>
      <summary aria-label={t.answerFor(clause.id, t.kinds[kind])}>{t.answerOne(t.kinds[kind])}</summary>
      <Form class="stack-s" action={action} of={of}>
        <input type="hidden" name="nomor" value={form()} />
        <Choice
          name="unit"
          id={at('unit')}
          label={t.forAgency}
          options={[...(clauses.own === null ? [['', t.region] as const] : []), ...clauses.agencies]}
        />
        <ValueField doc={doc} kind={kind} id={at('nilai')} language={language} t={t} />
        <Field name="sejak" id={at('sejak')} label={t.from} type="date" value={clauses.today} required />
        <Field name="sampai" id={at('sampai')} label={t.until} type="date" />
        <p class="act">
          <button class="ds-button" type="submit">
            {t.send}
          </button>
        </p>
      </Form>
    </details>
  )
}

interface ValueProps {
  readonly doc: LeftClause['doc']
  readonly kind: ValueKind
  readonly id: string
  readonly language: Language
  readonly t: Text
}

/** What the clause takes: a choice where its words are known, else what somebody types. */
function ValueField({ doc, kind, id, language, t }: ValueProps) {
  const named = { place: places, service: serviceStates, timetable: Object.keys(doc.timetables ?? {}) }
  return kind in named ? (
    <Choice
      name="nilai"
      id={id}
      label={t.value}
      options={named[kind as keyof typeof named].map((one) => [one, valueWords(one, language)])}
    />
  ) : (
    <Field
      name="nilai"
      id={id}
      label={t.value}
      {...(kind === 'amount' && { hint: t.amountHint })}
      maxLength={120}
      required
    />
  )
}
