import { dayTyped } from '@piket/domain/circular/literal.ts'
import type { HeldBack } from '@piket/domain/circular/readiness.ts'
import { Field } from '#platform/field.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Draft } from '../draft/service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly draft: Draft
  readonly held: HeldBack
  /** Of the form: sent twice, it is one. */
  readonly id: string
  readonly t: Text
}

/** What holds a draft back, and the form that keeps the signed letter. */
export function SignPage({ view, slug, draft, held, id, t }: Props) {
  const { language } = view
  const { number, issued_on, in_force, issuer, title } = draft.doc
  const path = `/${slug}/konsep/${draft.id}`
  return (
    <Shell view={view} title={t.title} here="edaran">
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p lang="id">{title}</p>
          <p class="small quiet">{t.lead}</p>
        </div>
        <p class="act">
          <a href={path}>{t.back}</a>
        </p>
      </div>
      <section class="card stack-s" aria-labelledby="menahan">
        <h2 id="menahan">{t.held}</h2>
        {held.errors.length + held.questions.length === 0 ? (
          <p>{t.nothing}</p>
        ) : (
          <>
            <p>{t.heldLead}</p>
            <ul class="list">
              {held.errors.map(({ code, path: place, finding, fix }) => (
                <li>
                  {finding[language]} <span class="small">{fix[language]}</span>{' '}
                  <span class="small quiet">
                    <span class="code">{code}</span> · {place}
                  </span>
                </li>
              ))}
              {held.questions.map((question) => (
                <li lang="id">{question.text}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <p>
        <a href={`${path}/tanda-tangan/surat.pdf`}>{t.toSign}</a> <span class="small quiet">{t.toSignHint}</span>
      </p>
      <Form class="card stack narrow" action={`${path}/tanda-tangan`} encType="multipart/form-data">
        <input type="hidden" name="nomor" value={id} />
        <input type="hidden" name="dibaca" value={draft.edits.at(-1)?.number ?? 0} />
        <Field name="nomor_surat" label={t.number} value={number ?? ''} maxLength={120} required />
        <Field name="tanggal_surat" label={t.issued} type="date" value={dayTyped(issued_on)} required />
        <Field name="mulai" label={t.from} type="date" value={dayTyped(in_force.from)} />
        <Field name="sampai" label={t.until} hint={t.untilHint} type="date" value={dayTyped(in_force.until)} />
        <Field name="tinjau" label={t.review} type="date" value={in_force.review ?? ''} />
        <Field name="penandatangan" label={t.signer} value={issuer.signed_by ?? ''} maxLength={120} required />
        <div class="ds-field">
          <label class="ds-label" for="surat">
            {t.letter}
          </label>
          <p class="small quiet" id="surat-petunjuk">
            {t.letterHint}
          </p>
          <input
            id="surat"
            name="surat"
            type="file"
            accept="application/pdf"
            required
            aria-describedby="surat-petunjuk"
          />
        </div>
        <Field name="beda" label={t.differs} hint={t.differsHint} maxLength={300} />
        <p class="act">
          <button class="ds-button" type="submit">
            {t.send}
          </button>
        </p>
      </Form>
    </Shell>
  )
}
