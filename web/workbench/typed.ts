/** What is typed into a form and not sent: kept in this tab, so that a reload does not lose it. */

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (element): element is Field => 'name' in element && !/^(hidden|submit)$/.test(typeOf(element)),
  )

const typeOf = (element: Element): string => ('type' in element ? String(element.type) : '')

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

const keyOf = (field: Field): string => (isTick(field) ? `${field.name}=${field.value}` : field.name)

/** As the page came. */
function begun(field: Field): string {
  if (isTick(field)) return String(field.defaultChecked)
  if (!('options' in field)) return field.defaultValue
  return ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value ?? ''
}

const typed = (field: Field): string => (isTick(field) ? String(field.checked) : field.value)

function type(field: Field, value: string) {
  if (isTick(field)) field.checked = value === 'true'
  else field.value = value
}

/** A form is told from others of its address by what it is about. */
function placeOf(form: HTMLFormElement): string {
  const about = new FormData(form)
  return [form.action, about.get('butir') ?? '', about.get('kelompok') ?? ''].join(' ')
}

/** Whether something else stands in a form than the page came with. */
export const isTouched = (form: HTMLFormElement): boolean =>
  fieldsOf(form).some((field) => begun(field) !== typed(field))

/** Keeps what stands in a form otherwise than the page came. */
export function keep(form: HTMLFormElement) {
  const changed = fieldsOf(form).flatMap((field) =>
    begun(field) === typed(field) ? [] : [[keyOf(field), begun(field), typed(field)]],
  )
  if (changed.length > 0) sessionStorage.setItem(placeOf(form), JSON.stringify(changed))
  else forget(form)
}

export const forget = (form: HTMLFormElement) => sessionStorage.removeItem(placeOf(form))

/** Writes back what was kept; what somebody has changed since stays as it is now. */
export function restore(form: HTMLFormElement) {
  const kept: [key: string, before: string, then: string][] = JSON.parse(sessionStorage.getItem(placeOf(form)) ?? '[]')
  for (const field of fieldsOf(form)) {
    const [, before, then] = kept.find(([key]) => key === keyOf(field)) ?? []
    if (then === undefined || before !== begun(field)) continue
    type(field, then)
    const folded = form.closest('details')
    if (folded) folded.open = true
  }
  keep(form)
}
