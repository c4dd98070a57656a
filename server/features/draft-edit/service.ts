/** Keeps what the forms of a draft change, and reads those in which somebody has written the language itself. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Edit } from '@piket/domain/circular/edit.ts'
import { clauseNamed, onlyChanged } from '@piket/domain/circular/form-edit.ts'
import { parseCircular, parseClause } from '@piket/domain/circular/parse.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { type Problem, problemLine } from '@piket/domain/messages/problem.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { asRead, draftNow, editDraft } from '../draft/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** Of every form: its number, and the newest edit that was read. */
interface Sent {
  readonly nomor: string
  readonly dibaca: number
}

/**
 * Makes the edit of a form from the draft as it was read, and keeps it: what somebody else has changed since, and this form
 * leaves as it was, is no change of this one.
 */
export async function editBy(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { nomor: form, dibaca: read }: Sent,
  change: (doc: Circular) => Edit | Refusal,
): Promise<Refusal | undefined> {
  const draft = await as(source.db, { region: region.code, reach: 'region' }, (tx) => draftNow(tx, id))
  if (!draft) return { refused: 'not-found' }
  const changes = change(asRead(draft, read))
  if (isRefusal(changes)) return changes
  return editDraft(source, region, viewer, id, { form, read, changes })
}

/** A clause as somebody has written it. */
export const changesOfClauseText =
  (id: string, text: string) =>
  (doc: Circular): Edit | Refusal => {
    const clause = clauseNamed(doc, id)
    if (isRefusal(clause)) return clause
    const { clause: read, problems } = parseClause('butir', text)
    if (!read) return unreadable(problems)
    // What other clauses are over, and what people cite, is its id.
    return read.id === id ? onlyChanged({ [`clauses.${id}`]: [clause, read] }) : { refused: 'draft-clause-renamed' }
  }

function unreadable([first]: readonly Problem[]): Refusal {
  const said = first ? problemLine(first) : ''
  return { refused: 'draft-text-unreadable', detail: { id: said, en: said } }
}

/** The whole text, of which only what differs is an edit. */
export const changesOfText =
  (text: string) =>
  (doc: Circular): Edit | Refusal => {
    const { doc: next, problems } = parseCircular('naskah', text)
    if (!next) return unreadable(problems)
    if (next.status !== 'draft') return { refused: 'draft-status' }
    const keys = [...new Set([...Object.keys(doc), ...Object.keys(next)])] as (keyof Circular)[]
    return onlyChanged(Object.fromEntries(keys.map((key) => [key, [doc[key], next[key] ?? null]])))
  }

/** The paths of a program. That a draft is law is not theirs to say: its signature does. */
export const changesOfPaths = (changes: Edit) => (): Edit | Refusal =>
  'status' in changes && changes.status !== 'draft' ? { refused: 'draft-status' } : changes
