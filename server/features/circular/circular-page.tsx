import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular, Question } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { clauseKindWords, kindWords, recipientWords, statusWords, wordFor } from '@piket/domain/messages/words.ts'
import { type Language, longDay, numberText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Figures, Groups, Notes, Particulars, periodText, Relations } from './particulars-page.tsx'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly day: Day
  readonly filed: FiledCircular
  readonly others: readonly FiledCircular[]
  readonly problems: readonly Problem[]
  /** People whom each other reading would move on the day, by `question.reading`. */
  readonly moved: ReadonlyMap<string, number>
  readonly unitName: (unit: string) => string
  readonly t: Text
}

export function CircularPage({ view, slug, day, filed, others, problems, moved, unitName, t }: Props) {
  const { doc } = filed
  const { language } = view
  return (
    <Shell view={view} title={citation(doc, doc.id)[language]} here="edaran">
      <div class="head">
        <div>
          <p class="small quiet">
            {kindWords[doc.kind][language]} · {statusWords[doc.status][language]}
          </p>
          <h1 lang="id">{doc.title}</h1>
          <p>
            {doc.number === null ? t.numberUnknown : t.number(doc.number)} · {periodText(doc, language, t)}
          </p>
        </div>
      </div>
      {doc.status === 'proposed' && (
        <Notice tone="unknown">
          <p>
            {t.proposal} <a href={`/${slug}?tanggal=${day}&simulasi=${day}`}>{t.simulate}</a>
          </p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          {doc.considerations && <Considerations list={doc.considerations} t={t} />}
          <Clauses doc={doc} unitName={unitName} language={language} t={t} />
          <Questions doc={doc} day={day} moved={moved} language={language} t={t} />
        </div>
        <div class="stack">
          <Particulars filed={filed} language={language} t={t} />
          <Relations doc={doc} others={others} slug={slug} language={language} t={t} />
          <Groups groups={doc.groups} unitName={unitName} language={language} t={t} />
          <Figures doc={doc} language={language} t={t} />
          <Notes problems={problems} language={language} t={t} />
        </div>
      </div>
    </Shell>
  )
}

interface Said {
  readonly language: Language
  readonly t: Text
}

function Considerations({ list, t }: { readonly list: NonNullable<Circular['considerations']>; readonly t: Text }) {
  return (
    <section class="card" aria-labelledby="menimbang">
      <h2 id="menimbang">{t.why}</h2>
      <ul class="list">
        {list.map(({ type, text, by, cite }) => (
          <li>
            <strong>{t[type]}:</strong> <span lang="id">{text}</span>
            <span class="small quiet">
              {' '}
              {by ? `${by}, ` : ''}
              {cite}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ClausesProps extends Said {
  readonly doc: Circular
  readonly unitName: (unit: string) => string
}

function Clauses({ doc, unitName, language, t }: ClausesProps) {
  return (
    <section class="card" aria-labelledby="butir">
      <h2 id="butir">{t.clauses}</h2>
      {doc.clauses.length === 0 && <p>{t.clausesNone}</p>}
      <ol class="list">
        {doc.clauses.map((clause) => (
          <li id={clause.id} class="stack-s">
            <p>
              <strong class="code">{clause.id}</strong>{' '}
              <span class="ds-tag" data-color="neutral">
                {clauseKindWords[clause.kind][language]}
              </span>
            </p>
            <p>{clauseSentence(clause, doc, unitName)[language]}</p>
            <p class="small quiet" lang="id">
              {[clause.reason, clause.note, clause.cite].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface QuestionsProps extends Said {
  readonly doc: Circular
  readonly day: Day
  readonly moved: ReadonlyMap<string, number>
}

function Questions({ doc, day, moved, language, t }: QuestionsProps) {
  if (doc.open_questions.length === 0) return null
  return (
    <section class="card stack" aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{t.questions}</h2>
      <p class="small quiet">
        {t.questionsLead} {t.day} {longDay(day, language)}.
      </p>
      <ul class="list">
        {doc.open_questions.map((question) => (
          <li id={question.id} class="stack-s">
            <p lang="id">
              <strong>{question.text}</strong>
            </p>
            <p class="small quiet">
              {[t.ask(wordFor(recipientWords, question.ask)[language]), t.blocks[question.blocks]]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <Readings question={question} moved={moved} language={language} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Readings({
  question,
  moved,
  language,
  t,
}: { readonly question: Question; readonly moved: ReadonlyMap<string, number> } & Said) {
  const effect = (id: string, impossible: string | undefined) => {
    if (id === question.used) return t.used
    if (impossible !== undefined) return t.impossible(impossible)
    return t.people(numberText(moved.get(`${question.id}.${id}`) ?? 0, language))
  }
  return (
    <ul class="stack-s small">
      {question.readings.map(({ id, note, impossible }) => (
        <li>
          <span class="code">{id}</span> – {effect(id, impossible)}
          {note && <span lang="id">; {note}</span>}
          {question.evidence
            ?.filter(({ says }) => says === id)
            .map(({ by, url, note: why }) => (
              <span class="quiet" lang="id">
                {' '}
                ({t.says(by)}
                {why ? `: ${why}` : ''}
                {url && (
                  <>
                    , <a href={url}>{new URL(url).hostname}</a>
                  </>
                )}
                )
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}
