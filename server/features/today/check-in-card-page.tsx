import { type CheckInPlace, checkInPlaces, longestNote } from '@piket/domain/attendance/check-in-record.ts'
import { evidenceReasons } from '@piket/domain/attendance/evidence.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { Field } from '#platform/field.tsx'
import { type Language, timeText } from '#platform/language.ts'
import { isWanted } from './hero-page.tsx'
import type { Today } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly today: Today
  /** Code of the office's screen that was scanned. */
  readonly scanned: string | undefined
  readonly language: Language
  readonly t: Text
}

/**
 * Where somebody says to be when nothing else is chosen: at the office whose code was scanned, or to which they were
 * called; else where they said to be last, and at first where the plan places them.
 */
function placeFor(today: Today, scanned: string | undefined): CheckInPlace {
  if (scanned !== undefined || isWanted(today)) return 'office'
  const last = today.attendance.checkIns.findLast(({ kind }) => kind === 'in')
  const { place } = today.found.row
  return last?.place ?? (place === 'home' || place === 'field' ? place : 'office')
}

/** Checking in. The script writes, signs, keeps and sends; without it the card says what else there is. */
export function CheckInCard({ today, scanned, language, t }: Props) {
  const { found, region, day, attendance } = today
  const likely = placeFor(today, scanned)
  const { code, zone } = region
  const phone = { region: code, person: found.person.employee, day, zone, words: t.words }
  return (
    <section class="card stack" aria-labelledby="presensi" data-phone={JSON.stringify(phone)}>
      <h2 id="presensi">{t.checkIn}</h2>
      <noscript>
        <p>{t.noScript}</p>
      </noscript>
      {attendance.checkIns.length > 0 && (
        <ul class="list">
          {attendance.checkIns.map(({ id, kind, at, timing, certainty, evidence, vouchers }) => (
            <li data-kept={id}>
              <strong>
                {t.words[kind]} {timeText(instantAt(at, zoneOffset[zone]), language)}
              </strong>{' '}
              · {t.timings[timing]}
              <span class="small quiet">
                {' '}
                {t.certainties[certainty]}. {t.evidence(evidence.grade)}
                {evidence.reasons.length > 0 &&
                  `: ${evidence.reasons.map((reason) => evidenceReasons[reason][language]).join(', ')}`}
                {vouchers.map(({ byName, reason: why }) => why && ` (${byName ? `${byName}: ` : ''}${why})`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul class="list" data-waiting aria-live="polite" />
      <form class="stack" data-check-in hidden>
        <fieldset class="row">
          <legend class="small">{t.where}</legend>
          {checkInPlaces.map((place) => (
            <div class="ds-field">
              <input
                class="ds-input"
                type="radio"
                name="tempat"
                id={`tempat-${place}`}
                value={place}
                checked={place === likely}
              />
              <label for={`tempat-${place}`}>{t.placeChoice[place]}</label>
            </div>
          ))}
        </fieldset>
        <div class="act">
          <button class="ds-button grow" type="submit" value="in">
            {t.start}
          </button>
          <button class="ds-button" data-variant="secondary" type="submit" value="out">
            {t.end}
          </button>
        </div>
        <details class="ds-details" open={scanned !== undefined}>
          <summary>{t.more}</summary>
          <div class="stack-s">
            <Field
              name="kode"
              label={t.code}
              hint={t.codeHint}
              value={scanned}
              maxLength={8}
              autocomplete="off"
              autocapitalize="characters"
            />
            <Field name="catatan" label={t.note} maxLength={longestNote} autocomplete="off" />
            <button class="ds-button" data-variant="secondary" type="button" data-locate>
              {t.sharePlace}
            </button>
            <p class="small quiet">{t.placeHint}</p>
          </div>
        </details>
      </form>
      {attendance.open && <p class="small">{t.underCorrection}</p>}
      <p class="small">
        <a href={`/${region.slug}/koreksi?tanggal=${day}`}>{t.correction}</a>
        {' · '}
        <a href={`/${region.slug}/sinyal`}>{t.signs}</a>
      </p>
      <p class="small" role="status" data-said />
    </section>
  )
}
