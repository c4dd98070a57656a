import { ticketsOf } from '@piket/domain/inspection/sample.ts'
import { dayText, longDay, numberText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Draw } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly draw: Draw
  /** When it was drawn, in the region's own time. */
  readonly at: string
  readonly t: Text
}

/** A draw, so that anybody can draw it again. */
export function DrawPage({ view, slug, draw, at, t }: Props) {
  const { language } = view
  const { candidates, drawn } = draw
  return (
    <Shell view={view} title={t.drawTitle} here="sidak">
      <p class="small">
        <a href={`/${slug}/sidak`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{t.drawTitle}</h1>
          <p>{t.drawLead(longDay(draw.day, language), draw.by, at)}</p>
        </div>
      </div>
      <section class="card stack-s">
        <h2>{t.chosenTitle(drawn.length)}</h2>
        <ol class="list">
          {drawn.map((agency) => (
            <li>{candidates.find((one) => one.agency === agency)?.name}</li>
          ))}
        </ol>
        <dl class="facts">
          <dt>{t.seed}</dt>
          <dd class="code">{draw.seed}</dd>
        </dl>
        <p class="small">{t.method}</p>
      </section>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={Object.values(t.columns)} />
        <tbody {...folding.rows}>
          {candidates.map((one) => {
            const place = drawn.indexOf(one.agency)
            return (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  {one.name} <small class="quiet">{one.agency}</small>
                </th>
                <td data-l={t.columns.visits} {...folding.cell}>
                  {numberText(one.visits, language)}
                </td>
                <td class="nowrap" data-l={t.columns.last} {...folding.cell}>
                  {one.lastVisit ? dayText(one.lastVisit, language) : t.never}
                </td>
                <td data-l={t.columns.tickets} {...folding.cell}>
                  {numberText(ticketsOf(one, candidates), language)}
                </td>
                <td class="nowrap" data-l={t.columns.drawn} {...folding.cell}>
                  {place < 0 ? t.no : <strong>{t.yes(place + 1)}</strong>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Shell>
  )
}
