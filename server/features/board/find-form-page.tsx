import type { Day } from '@piket/domain/calendar/day.ts'
import type { ComponentChildren } from 'preact'
import { TakenAlong } from '#platform/parts.tsx'
import type { Text } from './text.ts'

interface FindProps {
  /** Which page answers; the own one where it is left out. */
  readonly action?: string
  readonly day: Day
  readonly search?: string
  readonly address: string
  /** What narrows the search beside the name. */
  readonly children?: ComponentChildren
  readonly t: Text
}

/** Looks for people by part of the name. */
export function FindForm({ action, day, search = '', address, children, t }: FindProps) {
  return (
    <form class="act find" method="get" action={action}>
      <label class="ds-sr-only" for="cari">
        {t.findName}
      </label>
      <input id="cari" type="search" name="cari" value={search} placeholder={t.findName} maxLength={80} />
      {children}
      <input type="hidden" name="tanggal" value={day} />
      <TakenAlong address={address} />
      <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t.find}
      </button>
    </form>
  )
}
