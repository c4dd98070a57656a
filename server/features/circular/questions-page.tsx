/** Questions about a document: who answered them, every reading in words, and how many people it would move. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type Answer, questionWords, readingInUse } from '@piket/domain/circular/question-words.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Circular, Question } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { fewestCounted } from '@piket/domain/decision/public-view.ts'
import { type Language, longDay } from '#platform/language.ts'
import type { Text } from './text.ts'

interface Said {
  readonly doc: Circular
  /** By question; one without is not answered. */
  readonly answers: Readonly<Record<string, Answer>>
  /** People whom each other reading would move on the day, by `question.reading`; null: so few that it is not told. */
  readonly moved: ReadonlyMap<string, number | null>
  readonly unitName: UnitName
  readonly language: Language
  readonly t: Text
}

export function Questions({ day, ...said }: Said & { readonly day: Day }) {
  const { doc, language, t } = said
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
            <p class="small quiet">{questionWords(question, said.answers[question.id])[language]}</p>
            <Readings question={question} {...said} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Readings({ question, doc, answers, moved, unitName, language, t }: Said & { readonly question: Question }) {
  const effect = (id: string, impossible: string | undefined) => {
    if (id === readingInUse(question, answers[question.id])) return t.used
    if (impossible !== undefined) return t.impossible(impossible)
    const people = moved.get(`${question.id}.${id}`) ?? null
    if (people === null) return t.few(fewestCounted)
    return people === 0 ? t.nobody : t.people(people)
  }
  return (
    <ul class="stack-s small">
      {question.readings.map((reading) => (
        <li>
          <ReadingText said={readingWords(doc, reading, unitName)} note={reading.note} language={language} t={t} /> –{' '}
          <strong>{effect(reading.id, reading.impossible)}</strong>
          {question.evidence
            ?.filter(({ says }) => says === reading.id)
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

interface TextProps {
  readonly said: ReturnType<typeof readingWords>
  readonly note: string | undefined
  readonly language: Language
  readonly t: Text
}

/** What a reading says; one that changes nothing and has no note is the text as it stands. */
function ReadingText({ said, note, language, t }: TextProps) {
  const words = said.map((one) => one[language]).join('; ')
  return (
    <>
      {words || (note === undefined && t.asWritten)}
      {words && note && '; '}
      {note && <span lang="id">{note}</span>}
    </>
  )
}
