/** The open questions of documents: who answered them, every reading in words, and how many people it would move. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { type OpenQuestion, questionWords, readingInUse } from '@piket/domain/circular/question-words.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Question } from '@piket/domain/circular/schema.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { fewestCounted } from '@piket/domain/decision/public-view.ts'
import { type Language, longDay, numberText, plural } from './language.ts'

const text = {
  id: {
    title: 'Pertanyaan tentang naskah',
    lead: (day: string) =>
      `Keraguan tidak ditebak: setiap bacaan dicatat, dengan angka bagi berapa orang tempat kerja, atau wajib dan tidaknya, akan berubah. Dihitung untuk ${day}.`,
    used: 'bacaan yang dipakai',
    impossible: (why: string) => `tidak mungkin: ${why}`,
    asWritten: 'seperti tertulis',
    people: (count: number) => `berubah bagi ${numberText(count, 'id')} orang`,
    few: (least: number) => `berubah bagi kurang dari ${least} orang`,
    nobody: 'tidak berubah bagi siapa pun',
    uncounted: 'belum dapat dihitung',
    says: (by: string) => `menurut ${by}`,
  },
  en: {
    title: 'Questions about the text',
    lead: (day: string) =>
      `Doubt is not guessed away: each reading is kept, with the figure for how many people the place, or whether it is a must, would change. Counted for ${day}.`,
    used: 'reading in use',
    impossible: (why: string) => `impossible: ${why}`,
    asWritten: 'as written',
    people: (count: number) => `changes for ${numberText(count, 'en')} ${plural(count, 'person', 'people')}`,
    few: (least: number) => `changes for fewer than ${least} people`,
    nobody: 'changes for nobody',
    uncounted: 'cannot be counted',
    says: (by: string) => `according to ${by}`,
  },
} as const satisfies Record<Language, unknown>

interface Props {
  readonly questions: readonly OpenQuestion[]
  /** The day on which other readings are tried. */
  readonly day: Day
  /** Where the question stands on the page of its document; left out on that page itself. */
  readonly href?: (question: OpenQuestion) => string
  readonly unitName: UnitName
  readonly language: Language
}

/** A card with questions; nothing where there are none. */
export function Questions({ questions, day, href, unitName, language }: Props) {
  const t = text[language]
  if (questions.length === 0) return null
  return (
    <section class="card stack" aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{t.title}</h2>
      <p class="small quiet">{t.lead(longDay(day, language))}</p>
      <ul class="list">
        {questions.map((one) => (
          <li id={href ? undefined : one.question.id} class="stack-s">
            <p lang="id">{href ? <a href={href(one)}>{one.question.text}</a> : <strong>{one.question.text}</strong>}</p>
            <p class="small quiet">{questionWords(one.question, one.answer)[language]}</p>
            <ul class="stack-s small">
              {one.question.readings.map((reading) => (
                <li>
                  <ReadingText one={one} reading={reading} unitName={unitName} language={language} /> –{' '}
                  <strong>{effectOf(one, reading, language)}</strong>
                  <Evidence question={one.question} reading={reading.id} language={language} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Reading = Question['readings'][number]

/** What would come of a reading: it is in use, cannot be, or changes the day of so many people. */
function effectOf({ question, answer, moved }: OpenQuestion, { id, impossible }: Reading, language: Language): string {
  const t = text[language]
  if (id === readingInUse(question, answer)) return t.used
  if (impossible !== undefined) return t.impossible(impossible)
  const people = moved.get(id)
  if (people === undefined) return t.uncounted
  if (people === null) return t.few(fewestCounted)
  return people === 0 ? t.nobody : t.people(people)
}

interface ReadingProps extends Pick<Props, 'unitName' | 'language'> {
  readonly one: OpenQuestion
  readonly reading: Reading
}

/** What a reading says; one that changes nothing and has no note is the text as it stands. */
function ReadingText({ one, reading, unitName, language }: ReadingProps) {
  const { note } = reading
  const words = readingWords(one.doc, reading, unitName)
    .map((said) => said[language])
    .join('; ')
  return (
    <>
      {words || (note === undefined && text[language].asWritten)}
      {words && note && '; '}
      {note && <span lang="id">{note}</span>}
    </>
  )
}

interface EvidenceProps extends Pick<Props, 'language'> {
  readonly question: Question
  readonly reading: string
}

/** Who reads it so, with the source. */
export const Evidence = ({ question, reading, language }: EvidenceProps) => (
  <>
    {question.evidence
      ?.filter(({ says }) => says === reading)
      .map(({ by, url, note: why }) => (
        <span class="quiet" lang="id">
          {' '}
          ({text[language].says(by)}
          {why ? `: ${why}` : ''}
          {url && (
            <>
              , <a href={url}>{new URL(url).hostname}</a>
            </>
          )}
          )
        </span>
      ))}
  </>
)
