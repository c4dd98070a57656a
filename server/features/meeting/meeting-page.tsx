import { meetingState } from '@piket/domain/meeting/meeting.ts'
import { Field } from '#platform/field.tsx'
import { numberText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form, useIsRefused } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Invitation, StateChip, whoWords } from './invitation-page.tsx'
import type { Found, Meeting, Participant } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly zone: string
  readonly meeting: Meeting
  readonly participants: readonly Participant[]
  /** The viewer calls meetings. */
  readonly arranges: boolean
  /** Part of the name that is looked for, and who was found. */
  readonly search: string
  readonly found: readonly Found[]
  /** A new UUID for each form. */
  readonly newId: () => string
  readonly t: Text
}

/** A meeting: its invitation and who is called, with what changes them. */
export function MeetingPage(props: Props) {
  const { view, slug, meeting, participants, arranges, t } = props
  const state = meetingState(meeting)
  const changes = arranges && state === 'planned'
  const adds = changes || (arranges && state === 'held')
  return (
    <Shell view={view} title={meeting.title} here="rapat">
      <p class="small">
        <a href={`/${slug}/rapat`}>{t.back}</a>
      </p>
      <div class="head">
        <div>
          <h1>{meeting.title}</h1>
          <p>
            <StateChip state={state} t={t} />
          </p>
        </div>
        {(state === 'held' || state === 'closed') && (
          <p class="act">
            <a class="ds-button" href={`/${slug}/rapat/${meeting.id}/notulen`}>
              {t.openMinutes}
            </a>
          </p>
        )}
      </div>
      {meeting.cancelledFor !== null && (
        <Notice tone="neutral">
          <p>{t.cancelled(meeting.cancelledFor)}</p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          <Invitation {...props} chair={participants.find(({ id }) => id === meeting.chair)} />
          {changes && <Beginning {...props} />}
        </div>
        <div class="stack">
          <Participants {...props} adds={adds} changes={changes} />
          {adds && <StaffSearch {...props} />}
          {adds && <Guest {...props} />}
        </div>
      </div>
    </Shell>
  )
}

type Listed = Props & { readonly adds: boolean; readonly changes: boolean }

function Participants({ view, slug, meeting, participants, adds, changes, t }: Listed) {
  const own = `/${slug}/rapat/${meeting.id}`
  return (
    <section class="card stack-s" aria-labelledby="peserta">
      <h2 id="peserta">{t.participants(numberText(participants.length, view.language))}</h2>
      {participants.length === 0 && <p>{t.noParticipants}</p>}
      <ul class="list">
        {participants.map((one) => {
          const { who, as } = whoWords(one)
          const chairs = one.id === meeting.chair
          return (
            <li class="stack-s">
              <p>
                <strong>{who}</strong>
                {chairs && ` · ${t.isChair}`}
                <br />
                <span class="small quiet">{as}</span>
              </p>
              {(changes || (adds && !chairs)) && (
                <div class="act">
                  {!chairs && (
                    <Form action={`${own}/pimpinan`} of={{ peserta: one.id }}>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        type="submit"
                        aria-label={t.chooseChairOf(`${who}, ${as}`)}
                      >
                        {t.chooseChair}
                      </button>
                    </Form>
                  )}
                  {changes && (
                    <Form action={`${own}/peserta/keluar`} of={{ peserta: one.id }}>
                      <button
                        class="ds-button"
                        data-variant="tertiary"
                        data-size="sm"
                        type="submit"
                        aria-label={t.removeOf(`${who}, ${as}`)}
                      >
                        {t.remove}
                      </button>
                    </Form>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function StaffSearch({ slug, meeting, search, found, newId, t }: Props) {
  const own = `/${slug}/rapat/${meeting.id}`
  return (
    <section class="card stack-s" aria-labelledby="cari-pegawai">
      <h2 id="cari-pegawai">{t.search}</h2>
      <form class="stack-s" action={`${own}#cari-pegawai`}>
        <Field name="cari" label={t.searchName} hint={t.searchHint} value={search} maxLength={80} autocomplete="off" />
        <p class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.find}
          </button>
        </p>
      </form>
      {search !== '' && found.length === 0 && <p>{t.nobodyFound}</p>}
      {found.length > 0 && (
        <ul class="list">
          {found.map(({ employee, name, post, unit }) => (
            <li>
              <Form class="row" action={`${own}/peserta`} of={{ pegawai: employee }}>
                <input type="hidden" name="nomor" value={newId()} />
                <p class="grow">
                  {name}
                  <br />
                  <span class="small quiet">
                    {post}, {unit}
                  </span>
                </p>
                <button
                  class="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                  type="submit"
                  aria-label={t.addOf(name)}
                >
                  {t.add}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Guest({ slug, meeting, newId, t }: Props) {
  const action = `/${slug}/rapat/${meeting.id}/peserta/luar`
  return (
    <details class="card ds-details" open={useIsRefused(action)}>
      <summary>{t.guest}</summary>
      <Form class="stack-s" action={action}>
        <input type="hidden" name="nomor" value={newId()} />
        <Field name="nama" label={t.guestName} hint={t.guestNameHint} maxLength={120} autocomplete="off" />
        <Field name="jabatan" label={t.post} maxLength={200} required />
        <Field name="badan" label={t.body} hint={t.bodyHint} maxLength={200} required />
        <p class="act">
          <button class="ds-button" data-variant="secondary" type="submit">
            {t.addGuest}
          </button>
        </p>
      </Form>
    </details>
  )
}

function Beginning({ slug, meeting, t }: Props) {
  const own = `/${slug}/rapat/${meeting.id}`
  return (
    <>
      <Form class="card stack-s" action={`${own}/mulai`}>
        <p>{meeting.chair === null ? t.needsChair : t.beginHint}</p>
        <p class="act">
          <button class="ds-button" type="submit">
            {t.begin}
          </button>
        </p>
      </Form>
      <details class="card ds-details" open={useIsRefused(`${own}/batal`)}>
        <summary>{t.cancel}</summary>
        <Form class="stack-s" action={`${own}/batal`}>
          <Field name="alasan" label={t.reason} rows={2} maxLength={500} required />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.cancel}
            </button>
          </p>
        </Form>
      </details>
    </>
  )
}
