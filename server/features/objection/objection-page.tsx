import type { Day } from '@piket/domain/calendar/day.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { Receipt } from '@piket/domain/decision/receipt.ts'
import { placeWords } from '@piket/domain/messages/words.ts'
import { Field } from '#platform/field.tsx'
import { type Language, longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { AnswerForms } from './answer-page.tsx'
import { Subject } from './objections-page.tsx'
import type { NamedAnswer, Objection, ObjectionRead } from './service.ts'
import { Standing } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly read: ObjectionRead
  /** The person looks; else a desk does. */
  readonly own: boolean
  /** The desk that looks has the word. */
  readonly answers: boolean
  readonly now: number
  readonly moment: (at: number) => string
  readonly done: boolean
  readonly t: Text
}

/** One objection with what it is against, how it stands, and everything that has happened. */
export function ObjectionPage(props: Props) {
  const { view, slug, read, own, answers, done, now, moment, t } = props
  const { objection, questions } = read
  const { language } = view
  return (
    <Shell view={view} title={t.title} {...(own && { here: 'saya' as const })}>
      <p class="small">
        <a href={`/${slug}/keberatan${own ? '' : '/masuk'}`}>{own ? t.toOwn : t.toInbox}</a>
      </p>
      <div class="head">
        <div>
          <h1>
            <Subject objection={objection} language={language} t={t} />
          </h1>
          {!own && <p>{objection.name}</p>}
        </div>
      </div>
      {done && (
        <Notice tone="neutral">
          <p role="status">{t.sent}</p>
        </Notice>
      )}
      {own && objection.standing.open && (
        <Notice tone="unknown">
          <p>{t.follow}</p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          <section class="card stack-s" aria-labelledby="isi-keberatan">
            <h2 id="isi-keberatan">{t.what}</h2>
            <p class="lines">{objection.reason}</p>
            <Standing objection={objection} now={now} moment={moment} t={t} />
          </section>
          {own && <OwnForms slug={slug} objection={objection} t={t} />}
          {answers && <AnswerForms slug={slug} objection={objection} t={t} />}
          <History objection={objection} moment={moment} language={language} t={t} />
        </div>
        <div class="stack">
          <Decision
            receipt={own ? objection.receipt : objection.seenReceipt}
            documents={read.documents}
            slug={slug}
            own={own}
            language={language}
            t={t}
          />
          {questions.length > 0 && (
            <section class="card stack-s" aria-labelledby="pertanyaan">
              <h2 id="pertanyaan">{t.questions}</h2>
              <ul class="list" lang="id">
                {questions.map(({ circular, question, text }) => (
                  <li>
                    <a href={`/${slug}/edaran/${circular}#${question}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </Shell>
  )
}

interface DecisionProps {
  readonly receipt: Receipt
  readonly documents: ObjectionRead['documents']
  readonly slug: string
  readonly own: boolean
  readonly language: Language
  readonly t: Text
}

function Decision({ receipt, documents, slug, own, language, t }: DecisionProps) {
  const cited = (id: string) => citation(documents.get(id), id)[language]
  const { row, circulars, sha256 } = receipt
  return (
    <section class="card stack-s" aria-labelledby="keputusan">
      <h2 id="keputusan">{t.decision}</h2>
      <dl class="facts flat small">
        <dt>{t.onDay}</dt>
        <dd>{longDay(row.date, language)}</dd>
        <dt>{t.decided}</dt>
        <dd>{placeWords[row.place][language]}</dd>
        <dt>{t.clause}</dt>
        <dd>
          {row.circular === null || row.clause.length === 0
            ? t.noClause
            : row.clause.map((clause) => (
                <div>
                  <a href={`/${slug}/edaran/${row.circular}#${clause}`}>
                    {clause}, {cited(row.circular ?? '')}
                  </a>
                </div>
              ))}
        </dd>
        <dt>{t.documents}</dt>
        <dd>
          {circulars.map(({ id, sha256: hash }) => (
            <div>
              {cited(id)} <span class="code">{hash.slice(0, 12)}</span>
            </div>
          ))}
        </dd>
        <dt>{t.receipt}</dt>
        <dd class="code">{sha256}</dd>
      </dl>
      {own && (
        <p class="small quiet">
          <a href={`/${slug}/data-saya`}>{t.receiptHint}</a>
        </p>
      )}
    </section>
  )
}

interface HistoryProps {
  readonly objection: Objection
  readonly moment: (at: number) => string
  readonly language: Language
  readonly t: Text
}

function History({ objection, moment, language, t }: HistoryProps) {
  const { history, decision, appealDecision, appealedFor, withdrawnAt } = objection
  return (
    <section class="card stack-s" aria-labelledby="riwayat">
      <h2 id="riwayat">{t.history}</h2>
      <ol class="list">
        {history.map(({ kind, at, level }) => {
          const answer = [decision, appealDecision].find((one) => one?.at === at && one.outcome === kind)
          return (
            <li>
              <div class="grow stack-s">
                <p>{t.happened[kind](answer?.byName || t.desks[level])}</p>
                <p class="small quiet">{moment(at)}</p>
                {kind === 'appealed' && <p class="lines">{appealedFor}</p>}
                {answer && <AnswerText answer={answer} language={language} t={t} />}
              </div>
            </li>
          )
        })}
        {withdrawnAt !== null && (
          <li>
            <div class="grow stack-s">
              <p>{t.withdrawn}</p>
              <p class="small quiet">{moment(withdrawnAt)}</p>
            </div>
          </li>
        )}
      </ol>
    </section>
  )
}

interface AnswerTextProps {
  readonly answer: NamedAnswer
  readonly language: Language
  readonly t: Text
}

const AnswerText = ({ answer: { reason, clause, changedAt, rightFrom }, language, t }: AnswerTextProps) => (
  <>
    <p class="lines">{reason}</p>
    {clause && <p class="small">{t.resting(clause)}</p>}
    {rightFrom && <p>{t.rightFrom(longDay(rightFrom as Day, language))}</p>}
    {changedAt && (
      <p>
        <a href={changedAt}>{t.changedAt}</a>
      </p>
    )}
  </>
)

function OwnForms({ slug, objection: { id, standing }, t }: { slug: string; objection: Objection; t: Text }) {
  if (!standing.open) return null
  return (
    <section class="card stack">
      {standing.appealable && (
        <Form class="stack-s" action={`/${slug}/keberatan/${id}/banding`}>
          <Field name="alasan" label={t.appealReason} hint={t.appealHint} rows={2} maxLength={1000} required />
          <button class="ds-button" type="submit">
            {t.appeal}
          </button>
        </Form>
      )}
      <Form class="stack-s" action={`/${slug}/keberatan/${id}/tarik`}>
        <p class="small quiet">{t.withdrawHint}</p>
        <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
          {t.withdraw}
        </button>
      </Form>
    </section>
  )
}
