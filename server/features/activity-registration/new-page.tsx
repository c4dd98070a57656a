import { rhythms, settings } from '@piket/domain/activity/activity.ts'
import { settingWords } from '@piket/domain/messages/activity-words.ts'
import { Choice, Field, Ticks } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Offered } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly offered: Offered
  /** Unit of the viewer, chosen at first. */
  readonly own: string | undefined
  /** Of the form: sent twice, it is one. */
  readonly id: string
  readonly t: Text
}

/** The form of a new activity. */
export function NewPage({ view, slug, offered, own, id, t }: Props) {
  const { today, areas, units, people } = offered
  const inDistrict = (code: string) => areas.districts.find((one) => one.code === code)?.name ?? code
  return (
    <Shell view={view} title={t.newTitle} here="kegiatan">
      <div class="head">
        <div>
          <h1>{t.newTitle}</h1>
          <p>{t.newLead}</p>
        </div>
      </div>
      {units.length === 0 ? (
        <p class="card">{t.nobody}</p>
      ) : (
        <Form class="card stack narrow" action={`/${slug}/kegiatan`}>
          <input type="hidden" name="nomor" value={id} />
          <Choice name="unit" label={t.unit} value={own} options={units.map(({ unit, name }) => [unit, name])} />
          <Field name="tujuan" label={t.purpose} hint={t.purposeHint} maxLength={300} required />
          <Choice
            name="jenis"
            label={t.setting}
            value="village"
            options={settings.toReversed().map((setting) => [setting, settingWords[setting][view.language]])}
          />
          <Choice
            name="desa"
            label={t.village}
            options={[
              ['', t.noVillage],
              ...areas.villages
                .map(({ code, name, district }) => [code, `${name}, ${inDistrict(district)}`] as const)
                .toSorted(([, one], [, other]) => one.localeCompare(other)),
            ]}
          />
          <Field name="tempat" label={t.place} hint={t.placeHint} maxLength={200} />
          <Field name="hari" label={t.day} type="date" min={today} value={today} required />
          <Field name="mulai" label={t.from} type="time" required />
          <Field name="selesai" label={t.until} type="time" required />
          <Choice name="ulang" label={t.rhythm} options={rhythms.map((rhythm) => [rhythm, t.rhythms[rhythm]])} />
          <Field name="sampai" label={t.repeatsUntil} type="date" min={today} />
          <Field name="warga" label={t.people} />
          <Ticks
            name="pegawai"
            label={t.members}
            options={people.map(({ employee, name }) => [employee, name])}
            values={[]}
          />
          <div class="act">
            <button class="ds-button" type="submit">
              {t.save}
            </button>
          </div>
        </Form>
      )}
    </Shell>
  )
}
