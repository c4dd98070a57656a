import { recallReasons } from '@piket/domain/attendance/recall.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isGap } from '@piket/domain/decision/row.ts'
import { clockWords } from '@piket/domain/messages/day-words.ts'
import { holderWords, wordFor } from '@piket/domain/messages/words.ts'
import { longDay, timeText, zoneText } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { toneOf } from '#platform/parts.tsx'
import type { Today } from './service.ts'
import type { PartProps } from './today-page.tsx'

/** Whether the person has said to come, or has come: from then on the recall says where they are wanted. */
export const isWanted = ({ recall }: Pick<Today, 'recall'>): boolean => {
  if (!recall) return false
  const { state, answeredAt, declinedFor } = recall
  return state === 'acknowledged' || state === 'arrived' || (state === 'no_show' && answeredAt !== null && !declinedFor)
}

/** Where the person is to be. The script shows one for the other once an answer is written down. */
export function Hero({ today, language, t }: PartProps) {
  const { found, day, documents, recall } = today
  const { row } = found
  const reason = found.steps.find(({ step }) => step === 'place')
  const ruling = documents.get(row.circular ?? '')
  const wanted = isWanted(today)
  return (
    <>
      {recall && recall.state !== 'cancelled' && (
        <section class="hero" data-place="office" data-wanted hidden={!wanted}>
          <p class="small">{longDay(day, language)}</p>
          <h1>{recall.state === 'arrived' ? t.recall.thereAt(recall.to) : t.recall.wantedAt(recall.to)}</h1>
          <p class="wide">{whyWanted(today, recall, language, t)}</p>
        </section>
      )}
      <section
        class="hero"
        data-place={found.leftOpen ? 'conflict' : toneOf(row.place)}
        {...(recall && { 'data-planned': true, hidden: wanted })}
      >
        <p class="small">{longDay(day, language)}</p>
        <h1>{t.places[row.place]}</h1>
        {row.override && <p class="wide">{t.order(wordFor(holderWords, row.override.by)[language])}</p>}
        {isGap(row) ? <p class="wide">{t.usual}</p> : <p class="wide">{reason?.text[language]}</p>}
        {ruling && row.clause.length === 0 && <p class="wide">{t.individual}</p>}
      </section>
    </>
  )
}

/** Until when, and what for. */
function whyWanted(
  { region, attendance }: Today,
  { state, arriveByAt, arrivedAt, reason }: NonNullable<Today['recall']>,
  language: PartProps['language'],
  { recall: t }: PartProps['t'],
): string {
  const time = (moment: number) => timeText(instantAt(moment, zoneOffset[region.zone]), language)
  const why = recallReasons[reason][language]
  if (state !== 'arrived' || arrivedAt === null) return t.wantedBy(`${time(arriveByAt)} ${zoneText(region.zone)}`, why)
  const [, ends] = /^\d\d:\d\d-(\d\d:\d\d)/.exec(attendance.hours?.hours ?? '') ?? []
  return t.thereSince(time(arrivedAt), ends === undefined ? null : clockWords(ends)[language], why)
}

/** By which clause somebody may be called; and what the day was before. */
export function WantedBy({ today, language, t }: PartProps) {
  const { recall, found, documents, unitName, region, attendance } = today
  if (!recall || recall.state === 'cancelled') return null
  const end = recall.clause.lastIndexOf('/')
  const doc = documents.get(recall.clause.slice(0, end))
  const { place } = attendance.rows.find(({ override }) => override === null) ?? found.row
  return (
    <div class="stack-s" data-wanted hidden={!isWanted(today)}>
      {doc && (
        <Law
          doc={doc}
          id={recall.clause.slice(end + 1)}
          unitName={unitName}
          slug={region.slug}
          query=""
          language={language}
        />
      )}
      <p class="strong">{t.recall.before(t.places[place])}</p>
    </div>
  )
}
