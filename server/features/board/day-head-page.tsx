/** The head of every page about a day: which day, as known since when, the way to another one, and a simulation. */
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { ComponentChildren } from 'preact'
import { along } from '#platform/along.ts'
import { longDay, momentText } from '#platform/language.ts'
import { BesideLink } from '#platform/paging.tsx'
import { TakenAlong } from '#platform/parts.tsx'
import type { View } from '#platform/shell.tsx'
import { SimulationNotice } from '#platform/simulation-notice.tsx'
import type { RegionDay } from './service.ts'
import type { Text } from './text.ts'

interface HeadProps extends Pick<RegionDay, 'known' | 'personalLater'> {
  readonly view: View
  readonly zone: string
  readonly day: Day
  /** What the page asks beside the day, and goes on asking on another one. */
  readonly asked?: Readonly<Record<string, string | null>>
  /** Proposals are taken as in force from this day. */
  readonly simulate: Day | undefined
  /** What stands before the moment of knowledge; left out: the day. */
  readonly about?: string
  /** The way up, and the heading. */
  readonly children: ComponentChildren
  readonly t: Text
}

export function DayHead({ view, zone, day, known, personalLater, asked, simulate, about, children, t }: HeadProps) {
  const { language, address } = view
  return (
    <>
      <div class="head">
        <div>
          {children}
          <p>
            {about ?? longDay(day, language)} · {t.known(momentText(known, zone, language))}
            {personalLater && `; ${t.personalNow}`}
          </p>
        </div>
        <DayForm day={day} address={address} asked={asked} t={t} />
      </div>
      <SimulationNotice since={simulate} language={language} />
    </>
  )
}

interface DayFormProps {
  readonly day: Day
  readonly address: string
  readonly asked: HeadProps['asked']
  readonly t: Text
}

/** Another day, without script: a link to each side and a form. */
function DayForm({ day, address, asked = {}, t }: DayFormProps) {
  const toDay = (to: Day) => along(address, { tanggal: to, ...asked })
  return (
    <form class="act day" method="get" data-auto>
      <BesideLink to={addDays(day, -1)} href={toDay} rel="prev">
        <span aria-hidden="true">←</span>
        <span class="ds-sr-only">{t.before}</span>
      </BesideLink>
      <label class="ds-sr-only" for="tanggal">
        {t.date}
      </label>
      <input id="tanggal" type="date" name="tanggal" value={day} required />
      {Object.entries(asked).map(
        ([name, value]) => value !== null && <input type="hidden" name={name} value={value} />,
      )}
      <TakenAlong address={address} />
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t.show}
      </button>
      <BesideLink to={addDays(day, 1)} href={toDay} rel="next">
        <span aria-hidden="true">→</span>
        <span class="ds-sr-only">{t.after}</span>
      </BesideLink>
    </form>
  )
}
