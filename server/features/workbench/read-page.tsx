import type { Draft } from '../draft/service.ts'

/** What every form of a draft says: its own number, and which edit was read last. */
export const Read = ({ draft, form }: { readonly draft: Draft; readonly form: () => string }) => (
  <>
    <input type="hidden" name="nomor" value={form()} />
    <input type="hidden" name="dibaca" value={draft.edits.at(-1)?.number ?? 0} />
  </>
)
