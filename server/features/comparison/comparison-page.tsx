import { fieldsText } from '@piket/domain/messages/finding-words.ts'
import { forceWords, placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { Choice, Field } from '#platform/field.tsx'
import { dayRange, type Language, numberText } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Scroll } from '#platform/scroll.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { FlowPicture } from './flow-page.tsx'
import type { Comparable, Compared, Comparison, Run } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly compared: Compared
  readonly a: string | undefined
  readonly b: string | undefined
  /** Of those who change. */
  readonly shown: Page<Run> | undefined
  readonly href: (path: '' | '.xlsx', page?: number) => string
  readonly t: Text
}

/** Two documents side by side, in people. */
export function ComparisonPage(props: Props) {
  const { view, slug, compared, shown, t } = props
  return (
    <Shell view={view} title={t.title} here="edaran" wide>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/edaran`}>{t.all}</a>
        </p>
      </div>
      <Asked {...props} />
      {compared.comparison && <Sums {...props} comparison={compared.comparison} />}
      {shown && shown.items.length > 0 && <People {...props} shown={shown} />}
    </Shell>
  )
}

function Asked({ slug, compared: { comparables, from, until }, a, b, t }: Props) {
  const options = (chosen: string | undefined) => {
    const listed = comparables.map(
      (one: Comparable) => [one.side, [one.number, one.title].filter(Boolean).join(' · ')] as const,
    )
    // A document as known on a day is no entry of the list.
    return chosen === undefined || comparables.some(({ side }) => side === chosen)
      ? listed
      : [[chosen, chosen] as const, ...listed]
  }
  return (
    <form class="card stack-s" method="get" action={`/${slug}/bandingkan`}>
      <Choice name="a" label={t.before} options={options(a)} value={a} />
      <Choice name="b" label={t.after} options={options(b)} value={b} />
      <div class="row">
        <Field name="dari" label={t.from} type="date" value={from} required />
        <Field name="sampai" label={t.until} type="date" value={until} required />
      </div>
      <p class="act">
        <button class="ds-button" type="submit">
          {t.compare}
        </button>
      </p>
    </form>
  )
}

/** `kantor (wajib)` */
export const placeText = (place: string | null, force: string | null, language: Language, t: Text): string =>
  place === null
    ? t.nowhere
    : `${wordFor(placeWords, place)[language]} (${wordFor(forceWords, force ?? 'default')[language]})`

function Sums({
  view: { language },
  comparison: { sums, people, personDays },
  href,
  t,
}: Props & { readonly comparison: Comparison }) {
  return (
    <section class="card stack" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{t.sums}</h2>
      <p>{people === 0 ? t.nothing : t.total(people, personDays)}</p>
      {sums.length > 0 && (
        <>
          <FlowPicture sums={sums} language={language} t={t} />
          <p class="small quiet">{t.flowLead}</p>
          <Scroll label={t.sumsTable}>
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{t.place}</th>
                  <th scope="col">{t.changed}</th>
                  <th scope="col" class="num">
                    {t.people}
                  </th>
                  <th scope="col" class="num">
                    {t.personDays}
                  </th>
                </tr>
              </thead>
              <tbody>
                {sums.map((one) => (
                  <tr>
                    <th scope="row">
                      {t.to(
                        placeText(one.before_place, one.before_force, language, t),
                        placeText(one.after_place, one.after_force, language, t),
                      )}
                    </th>
                    <td>{fieldsText(one.changed, language)}</td>
                    <td class="num">{numberText(one.people, language)}</td>
                    <td class="num">{numberText(one.person_days, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p class="act">
            <a href={href('.xlsx')}>{t.xlsx}</a>
          </p>
        </>
      )}
    </section>
  )
}

function People({ view: { language }, compared: { unitName }, shown, href, t }: Props & { readonly shown: Page<Run> }) {
  return (
    <section class="card stack" aria-labelledby="orang">
      <h2 id="orang">{t.who}</h2>
      <Scroll label={t.whoTable}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.days}</th>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.clauses}</th>
            </tr>
          </thead>
          <tbody>
            {shown.items.map((one) => (
              <tr>
                <th scope="row">
                  {one.name}
                  <span class="small quiet"> {unitName(one.unit)}</span>
                </th>
                <td>
                  {dayRange(one.from, one.until, language)}
                  {one.span !== '00:00-24:00' && ` · ${one.span}`}
                </td>
                <td>
                  {t.to(
                    placeText(one.before_place, one.before_force, language, t),
                    placeText(one.after_place, one.after_force, language, t),
                  )}
                </td>
                <td>{t.to(one.before_clause.join(', ') || '–', one.after_clause.join(', ') || '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <PageLinks at={shown} href={(page) => href('', page)} language={language} />
    </section>
  )
}
