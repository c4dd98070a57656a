import { actingTitle } from '@piket/domain/decision/acting.ts'
import { orderSentence } from '@piket/domain/decision/explain.ts'
import { isGap } from '@piket/domain/decision/row.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import type { Tally } from '@piket/domain/decision/tally.ts'
import { forceWords, wordFor } from '@piket/domain/messages/words.ts'
import type { ComponentChildren } from 'preact'
import { numberText } from '#platform/language.ts'
import { PlaceChip } from '#platform/parts.tsx'
import type { View } from '#platform/shell.tsx'
import type { OnBoard } from './service.ts'
import type { Text } from './text.ts'

interface TableProps {
  readonly people: readonly OnBoard[]
  readonly slug: string
  /** What links ask. */
  readonly query: string
  /** Where somebody is posted. */
  readonly postOf: (person: Seated['person']) => ComponentChildren
  readonly unitName: (unit: string) => string
  readonly language: View['language']
  readonly t: Text
}

/** People with their place and what it rests on; each leads to the reasons. */
export function PeopleTable({ people, slug, query, postOf, unitName, language, t }: TableProps) {
  return (
    <table class="ds-table fold tight">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.place}</th>
          <th scope="col">{t.subUnit}</th>
          <th scope="col">{t.basis}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ person, finding, acting, leftOpen }) => (
          <tr>
            <th scope="row">
              <a href={`/${slug}/pegawai/${encodeURIComponent(person.employee)}${query}`}>{person.name}</a>
            </th>
            <td>
              <PlaceChip place={finding.place} language={language} />
            </td>
            <td class="small">
              {person.title ?? wordFor({}, person.position)[language]} · {postOf(person)}
              {acting.map((post) => `; ${actingTitle(post, unitName)[language]}`)}
            </td>
            <td class="small quiet">{basisOf(finding, leftOpen, language, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The order or the clauses that decide; a document that decides without one does so for a reason that is not shown. */
function basisOf(finding: Seated['finding'], leftOpen: boolean, language: View['language'], t: Text): string {
  const { override, circular, clause, force } = finding
  if (override) return orderSentence(override)[language]
  if (isGap(finding)) return t.noClause
  if (circular === null) return '–'
  const what = clause.length === 0 ? t.individual : t.clause(clause.join(', '))
  const said = force === 'default' ? what : `${what} (${forceWords[force][language]})`
  return leftOpen ? `${said}; ${t.leftOpen}` : said
}

interface CountsProps {
  readonly total: Tally
  readonly language: View['language']
  readonly t: Text
}

/** How many are where. */
export function Counts({ total, language, t }: CountsProps) {
  const counts = (['office', 'home', 'field', 'leave', 'off', 'turns', 'conflict', 'undetermined'] as const).filter(
    (place) => total[place] > 0,
  )
  return (
    <ul class="legend">
      {counts.map((place) => (
        <li>
          {t[place]}: <strong>{numberText(total[place], language)}</strong>
          {place === 'office' && total.gap > 0 && ` (${t.gapAmong(numberText(total.gap, language))})`}
        </li>
      ))}
    </ul>
  )
}
