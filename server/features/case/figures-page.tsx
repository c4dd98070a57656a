import { type CaseKind, caseKinds, caseOutcomes, shownCount } from '@piket/domain/case/case.ts'
import { longDay, numberText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { CaseFigures } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly figures: CaseFigures
  readonly t: Text
}

/** How many cases there were, as anybody may know it. */
export function FiguresPage({ view, figures: { from, until, counts }, t }: Props) {
  const { language } = view
  const kinds = Object.keys(caseKinds) as CaseKind[]
  const shown = (kind: CaseKind | undefined, outcome?: string) => {
    const count = counts
      .filter((one) => (kind === undefined || one.kind === kind) && (!outcome || one.outcome === outcome))
      .reduce((sum, one) => sum + one.count, 0)
    const rounded = shownCount(count)
    return rounded === null ? t.fewer : t.about(numberText(rounded, language))
  }
  const columns = [t.opened, ...caseOutcomes.map((outcome) => t.outcomes[outcome])]
  return (
    <Shell view={view} title={t.figures}>
      <div class="head">
        <div>
          <h1>{t.figures}</h1>
          <p>{t.figuresLead(longDay(from, language), longDay(until, language))}</p>
        </div>
      </div>
      <section class="card" aria-label={t.figures}>
        <table class="ds-table fold" {...folding.table}>
          <Heading columns={[t.kind, ...columns]} />
          <tbody {...folding.rows}>
            {[...kinds, undefined].map((kind) => (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  {kind === undefined ? t.all : caseKinds[kind][language]}
                </th>
                {[undefined, ...caseOutcomes].map((outcome, column) => (
                  <td {...folding.cell} data-l={columns[column]}>
                    {shown(kind, outcome)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Shell>
  )
}
