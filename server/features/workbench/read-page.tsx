import { useTyped } from '#platform/refused-form.tsx'
import type { Draft } from '../draft/service.ts'

interface Props {
  readonly draft: Draft
  readonly form: () => string
}

/**
 * What every form of a draft says: its own number, and which edit was read last. One that comes back refused holds what was
 * typed from an earlier reading, and goes on saying so: its fields would else undo what somebody has changed since.
 */
export function Read({ draft, form }: Props) {
  const read = useTyped('dibaca', `${draft.edits.at(-1)?.number ?? 0}`)
  return (
    <>
      <input type="hidden" name="nomor" value={form()} />
      <input type="hidden" name="dibaca" value={read} />
    </>
  )
}
