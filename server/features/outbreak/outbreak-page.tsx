import { mostPeople, type Strength } from '@piket/domain/outbreak/attendance.ts'
import { along } from '#platform/along.ts'
import { Choice } from '#platform/field.tsx'
import { dayRange, numberText } from '#platform/language.ts'
import { Notice, TakenAlong } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Working } from '#platform/working.tsx'
import type { RosterGrid } from '../roster-grid/service.ts'
import { figureOf, Method, Published, Ways } from './estimate-page.tsx'
import { strengthsAsked } from './schema.ts'
import type { OutbreakView } from './service.ts'
import type { Text } from './text.ts'

export interface Props {
  readonly view: View
  readonly slug: string
  readonly day: string
  readonly grid: RosterGrid
  /** Only the people of this unit and below; null: the whole agency. */
  readonly unit: string | null
  readonly strength: Strength
  readonly outbreak: OutbreakView
  readonly unitName: (unit: string) => string
  readonly t: Text
}

/** What one infected person of a unit may start, by its roster and by other ways of attending. */
export function OutbreakPage(props: Props) {
  const { view, slug, day, grid, unit, outbreak, unitName, t } = props
  const { outcome } = outbreak
  const title = t.title(unitName(unit ?? grid.unit))
  return (
    <Shell view={view} title={title} here="jadwal" wide>
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{t.lead}</p>
          <p class="small">{dayRange(grid.from, grid.until, view.language)}</p>
        </div>
        <p class="act">
          <a
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            href={`/${slug}/jadwal/${encodeURIComponent(grid.unit)}${along(view.address, { tanggal: day, unit })}`}
          >
            {t.back}
          </a>
        </p>
      </div>
      <div class="stack">
        <Question {...props} />
        {'lacking' in outcome && (
          <Notice tone="unknown">
            <p>{lackingText(props, outcome.lacking)}</p>
          </Notice>
        )}
        {'done' in outcome && <Working address={view.address} done={outcome.done} of={outcome.of} t={t} />}
        {'estimated' in outcome && (
          <>
            <Notice tone="neutral" title={t.caution}>
              <p>{t.cautionLead}</p>
            </Notice>
            <Ways {...props} estimated={outcome.estimated} />
            <div class="cols even">
              <Published {...props} estimated={outcome.estimated} />
              <Method {...props} estimated={outcome.estimated} />
            </div>
          </>
        )}
      </div>
    </Shell>
  )
}

/** Which people, and how strong a transmission. */
function Question({ view, day, grid, unit, strength, outbreak: { outcome }, unitName, t }: Props) {
  const { language } = view
  const words = (one: Strength) =>
    'estimated' in outcome
      ? t.implies(t.strengths[one], figureOf(outcome.estimated.localR[one].value, language))
      : t.strengths[one]
  const asked = Object.entries(strengthsAsked)
  return (
    <form class="card stack-s" method="get">
      <TakenAlong address={view.address} />
      <input type="hidden" name="tanggal" value={day} />
      <div class="cols even">
        {grid.subUnits.length > 1 && (
          <Choice
            name="unit"
            label={t.unit}
            value={unit ?? ''}
            options={[
              ['', `${t.all} (${t.people(grid.rows.length)})`],
              ...grid.subUnits.map((own) => [own.unit, `${unitName(own.unit)} (${t.people(own.people)})`] as const),
            ]}
          />
        )}
        <Choice
          name="daya"
          label={t.strength}
          hint={t.strengthHint}
          value={asked.find(([, one]) => one === strength)?.[0]}
          options={asked.map(([name, one]) => [name, words(one)] as const)}
        />
      </div>
      <p>
        <button class="ds-button" type="submit">
          {t.run}
        </button>
      </p>
    </form>
  )
}

function lackingText({ view: { language }, outbreak, t }: Props, lacking: keyof Text['lacking']): string {
  return lacking === 'room'
    ? t.lacking.room(numberText(outbreak.people, language), numberText(mostPeople, language))
    : t.lacking[lacking]
}
