import { Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { Photo } from '../inspection-photo/service.ts'
import type { Text } from './text.ts'

interface Props {
  /** The address of the visit; the photos lie below it. */
  readonly visit: string
  readonly photos: readonly Photo[]
  /** Since when a photo is late; null: the minutes are open. */
  readonly closedAt: Date | null
  /** Of the form; absent: the viewer adds none. */
  readonly form?: string | undefined
  readonly moment: (at: Date) => string
  readonly t: Text
}

/** The photos of a visit, and the form of one more. */
export function PhotosCard({ visit, photos, closedAt, form, moment, t }: Props) {
  if (photos.length === 0 && form === undefined) return null
  return (
    <section class="card stack-s" aria-labelledby="foto">
      <h2 id="foto">{t.photos(photos.length)}</h2>
      <ul class="photos">
        {photos.map(({ id, caption, by, takenAt, receivedAt, kept }, index) => (
          <li>
            {kept ? (
              <a href={`${visit}/foto/${id}`}>
                <img src={`${visit}/foto/${id}`} alt={caption || t.photo(index + 1)} loading="lazy" />
              </a>
            ) : (
              <p class="small quiet">{t.photoDropped}</p>
            )}
            <p class="small">{caption || t.photo(index + 1)}</p>
            <p class="small quiet">
              {t.photoBy(by, moment(takenAt))}
              {closedAt && receivedAt > closedAt && ` · ${t.photoLate}`}
            </p>
          </li>
        ))}
      </ul>
      {form && (
        <Form
          class="stack-s"
          action={`${visit}/foto`}
          enctype="multipart/form-data"
          data-photo
          aria-labelledby="tambah"
        >
          <h3 id="tambah">{t.photoForm}</h3>
          <input type="hidden" name="nomor" value={form} />
          <div class="ds-field">
            <label class="ds-label" for="berkas-foto">
              {t.photoFile}
            </label>
            <p class="small quiet" id="foto-petunjuk">
              {t.photoHint}
            </p>
            <input
              id="berkas-foto"
              name="foto"
              type="file"
              accept="image/jpeg,image/png,image/webp"
              capture="environment"
              required
              aria-describedby="foto-petunjuk"
            />
          </div>
          <Field name="keterangan" label={t.caption} maxLength={300} autocomplete="off" />
          <p class="small" data-said role="status" />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.photoSend}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
