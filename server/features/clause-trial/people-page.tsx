import { placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { longDay } from '#platform/language.ts'
import { type Page, PageLinks } from '#platform/paging.tsx'
import { Scroll } from '#platform/scroll.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { ReachedPeople } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly reached: ReachedPeople
  readonly shown: Page<ReachedPeople['people'][number]>
  readonly t: Text
}

/** Everybody who falls under a clause of a draft on one day, by unit and name. */
export function PeoplePage({ view, slug, reached, shown, t }: Props) {
  const { draft, clause, day, people, unitName } = reached
  const { language } = view
  const path = `/${slug}/konsep/${draft.id}`
  return (
    <Shell view={view} title={t.people(clause)} here="edaran">
      <div class="head">
        <div>
          <h1>{t.people(clause)}</h1>
          <p lang="id">{draft.doc.title}</p>
          <p class="small quiet">{t.peopleLead(people.length, longDay(day, language))}</p>
        </div>
        <p class="act">
          <a href={`${path}#${clause}`}>{t.back}</a>
        </p>
      </div>
      <div class="card stack">
        {people.length === 0 && <p>{t.nobody}</p>}
        {people.length > 0 && (
          <Scroll label={t.people(clause)}>
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{t.name}</th>
                  <th scope="col">{t.unit}</th>
                  <th scope="col">{t.place}</th>
                </tr>
              </thead>
              <tbody>
                {shown.items.map(({ person, finding }) => (
                  <tr>
                    <th scope="row">{person.name ?? person.employee}</th>
                    <td>{unitName(person.unit)}</td>
                    <td>{wordFor(placeWords, finding.place)[language]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        <PageLinks
          at={shown}
          href={(page) => `${path}/butir/${encodeURIComponent(clause)}/orang?hal=${page}`}
          language={language}
        />
      </div>
    </Shell>
  )
}
