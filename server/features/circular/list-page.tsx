import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Attention } from '@piket/domain/decision/attention.ts'
import type { DocumentStanding } from '@piket/domain/decision/standing.ts'
import { kindWords, standingWords } from '@piket/domain/messages/words.ts'
import { along } from '#platform/along.ts'
import { Field } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Shell, type View } from '#platform/shell.tsx'
import { periodText } from './particulars-page.tsx'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** The day on which the documents are said to stand as they do. */
  readonly day: Day
  /** As known at the end of this day; undefined: now. */
  readonly known: string | undefined
  readonly search: string
  readonly filed: readonly (FiledCircular & {
    readonly standing: DocumentStanding
    /** Documents that it rests on and that are over. */
    readonly attentions: readonly Attention[]
    /** Clauses that say what is looked for. */
    readonly clauses: readonly string[]
  })[]
  readonly t: Text
}

export function CircularListPage({ view, slug, day, known, search, filed, t }: Props) {
  const { language } = view
  const query = along(view.address, { tanggal: day })
  return (
    <Shell view={view} title={t.listTitle} here="edaran">
      <div class="head">
        <div>
          <h1>{t.listTitle}</h1>
          <p>{t.listLead}</p>
          <p class="small quiet">{t.standsOn(longDay(day, language))}</p>
        </div>
        {view.viewer && (
          <p class="act">
            {mayAtAll(view.viewer, 'answer-clauses') && <a href={`/${slug}/diserahkan`}>{t.left}</a>}
            {mayAtAll(view.viewer, 'declare-events') && <a href={`/${slug}/penetapan`}>{t.declarations}</a>}
            {mayAtAll(view.viewer, 'read-drafts') && (
              <>
                <a href={`/${slug}/bandingkan`}>{t.compare}</a>
                <a href={`/${slug}/simulasi`}>{t.simulateRules}</a>
                <a href={`/${slug}/konsep`}>{t.drafts}</a>
              </>
            )}
          </p>
        )}
      </div>
      <form class="card stack-s" method="get" action={`/${slug}/edaran`} aria-label={t.find}>
        <Field name="cari" label={t.find} hint={t.findHint} value={search} maxLength={80} />
        <div class="row">
          <Field name="tanggal" label={t.onDay} type="date" value={day} />
          <Field name="per" label={t.knownOn} type="date" value={known?.slice(0, 10)} />
        </div>
        <p class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.look}
          </button>
        </p>
      </form>
      {filed.length === 0 && <p class="card">{t.findNone}</p>}
      <ul class="stack">
        {filed.map(({ doc, standing, attentions, clauses }) => (
          <li class="card stack-s">
            <div class="row">
              <h2 class="grow" lang="id">
                <a href={`/${slug}/edaran/${doc.id}${query}`}>{doc.title}</a>
              </h2>
              <span class="ds-tag" data-color="neutral">
                {standingWords[standing][language]}
              </span>
              {[...new Set(attentions.map(({ reason }) => reason))].map((reason) => (
                <span class="ds-tag" data-color="unknown">
                  {t.attentions[reason]}
                </span>
              ))}
            </div>
            <p class="small quiet">
              {kindWords[doc.kind][language]} · {doc.number === null ? t.numberUnknown : t.number(doc.number)} ·{' '}
              {periodText(doc, language, t)}
            </p>
            {clauses.length > 0 && (
              <p class="small act">
                {clauses.map((clause) => (
                  <a href={`/${slug}/edaran/${doc.id}${query}#${clause}`}>{t.clause(clause)}</a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Shell>
  )
}
