import { editWords } from '@piket/domain/circular/edit-words.ts'
import { dayTyped } from '@piket/domain/circular/literal.ts'
import { Choice, Field, Ticks } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { BenchProps } from './bench-page.tsx'
import { Read } from './read-page.tsx'

/** What stands around the clauses: the letter, the groups it names, the whole text, and what was changed. */
export function LetterPanels({ form, ...props }: BenchProps) {
  const writes = form && props.draft.endedAs === null ? form : undefined
  return (
    <>
      {writes && <Letter {...props} form={writes} />}
      {writes && Object.keys(props.draft.doc.groups).length > 0 && <Groups {...props} form={writes} />}
      <History {...props} form={writes} />
      {writes && <Whole {...props} form={writes} />}
    </>
  )
}

type Writing = Omit<BenchProps, 'form'> & { readonly form: () => string }

function Letter({ draft, slug, form, t }: Writing) {
  const { title, number, issued_on, in_force, issuer, paper = {} } = draft.doc
  const isByEvent = typeof in_force.from === 'object' && in_force.from !== null
  return (
    <Form class="card stack-s" action={`/${slug}/konsep/${draft.id}/surat`} aria-labelledby="surat" data-typed="letter">
      <h2 id="surat">{t.particulars}</h2>
      <Read draft={draft} form={form} />
      <Field name="perihal" label={t.title} value={title} maxLength={300} required />
      <Field name="nomor_surat" label={t.number} value={number ?? ''} maxLength={120} />
      <Field name="tanggal_surat" label={t.issued} type="date" value={dayTyped(issued_on)} />
      {isByEvent ? (
        <p class="small quiet">{t.byEvent}</p>
      ) : (
        <>
          <Field name="mulai" label={t.from} type="date" value={dayTyped(in_force.from)} />
          <Field name="sampai" label={t.until} hint={t.untilHint} type="date" value={dayTyped(in_force.until)} />
        </>
      )}
      <Field name="tinjau" label={t.review} type="date" value={in_force.review ?? ''} />
      <Field name="penandatangan" label={t.signer} value={issuer.signed_by ?? ''} maxLength={120} />
      <Field name="tempat" id="tempat-surat" label={t.givenAt} value={paper.place ?? ''} maxLength={120} />
      <Field name="tujuan" label={t.addressees} hint={t.lineEach} rows={2} value={paper.addressees?.join('\n') ?? ''} />
      <Field name="tembusan" label={t.copies} hint={t.lineEach} rows={2} value={paper.copies?.join('\n') ?? ''} />
      <p class="act">
        <button class="ds-button" data-variant="secondary" type="submit">
          {t.saveParticulars}
        </button>
      </p>
    </Form>
  )
}

function Groups({ draft, slug, form, units, unitName, t }: Writing) {
  return (
    <section class="card stack" id="kelompok" aria-labelledby="judul-kelompok">
      <h2 id="judul-kelompok">{t.groups}</h2>
      {Object.entries(draft.doc.groups).map(([name, { label_id, units: named = [], items = {} }]) => (
        <details class="ds-details">
          <summary>{label_id ?? name}</summary>
          <Form class="stack-s" action={`/${slug}/konsep/${draft.id}/kelompok`} of={{ kelompok: name }} data-typed>
            <Read draft={draft} form={form} />
            {named.length > 0 ? (
              <Ticks
                name="tetap"
                label={t.stays}
                options={named.map((unit) => [unit, unitName(unit)])}
                values={named}
                whole
              />
            ) : (
              <p class="small quiet">{t.groupNone}</p>
            )}
            {Object.entries(items).map(([number, own]) => (
              <p class="small">
                {number}. {own.map(unitName).join(', ')}
              </p>
            ))}
            <Choice
              name="tambah"
              id={`tambah-${name}`}
              label={t.addUnit}
              options={[['', t.none], ...units.filter(([unit]) => !named.includes(unit))]}
            />
            <p class="act">
              <button class="ds-button" data-variant="secondary" type="submit">
                {t.saveGroup}
              </button>
            </p>
          </Form>
        </details>
      ))}
    </section>
  )
}

/** A page shows so many changes, the newest first. */
const mostShown = 50

function History({
  draft,
  view: { language },
  slug,
  nameOf,
  moment,
  form,
  t,
}: Omit<Writing, 'form'> & { readonly form: (() => string) | undefined }) {
  const taken = new Set(draft.edits.map(({ takesBack }) => takesBack))
  return (
    <section class="card stack-s" aria-labelledby="perubahan">
      <h2 id="perubahan">{t.history}</h2>
      {draft.edits.length === 0 && <p>{t.historyNone}</p>}
      <ol class="list" reversed start={draft.edits.at(-1)?.number}>
        {draft.edits
          .toReversed()
          .slice(0, mostShown)
          .map(({ number, changes, takesBack, by, at }) => (
            <li class="stack-s">
              <p class="small">
                {nameOf(by)} {takesBack === null ? t.touched(editWords(changes)[language]) : t.tookBack(takesBack)}
                <span class="quiet"> · {moment(at)}</span>
              </p>
              {form && takesBack === null && !taken.has(number) && (
                <Form action={`/${slug}/konsep/${draft.id}/tarik`} of={{ ubahan: `${number}` }}>
                  <input type="hidden" name="nomor" value={form()} />
                  <button
                    class="ds-button"
                    data-variant="secondary"
                    data-size="sm"
                    type="submit"
                    aria-label={t.takeBackOf(number)}
                  >
                    {t.takeBack}
                  </button>
                </Form>
              )}
            </li>
          ))}
      </ol>
    </section>
  )
}

function Whole({ draft, text, slug, form, t }: Writing) {
  return (
    <section class="card stack" id="naskah" aria-label={t.whole}>
      <details class="ds-details">
        <summary>{t.whole}</summary>
        <Form class="stack-s" action={`/${slug}/konsep/${draft.id}/naskah`} of={{ seluruh: 'ya' }} data-typed>
          <Read draft={draft} form={form} />
          <Field name="naskah" id="seluruh-naskah" label={t.whole} hint={t.wholeHint} rows={24} value={text} />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.saveWhole}
            </button>
          </p>
        </Form>
      </details>
      <details class="ds-details">
        <summary>{t.end}</summary>
        <Form class="stack-s" action={`/${slug}/konsep/${draft.id}/henti`}>
          <Field name="alasan" label={t.endWhy} maxLength={300} required />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.endSend}
            </button>
          </p>
        </Form>
      </details>
    </section>
  )
}
