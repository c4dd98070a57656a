/** Pads to sign on with a finger, a pen or a mouse: what is drawn goes along with the form as the path of an SVG. */
import { longestSignature, signatureBox } from '@piket/domain/inspection/signature.ts'

/** Opens the pads of a page. */
export function openPads(): void {
  for (const pad of document.querySelectorAll<HTMLElement>('[data-sign]')) {
    const box = pad.querySelector('svg')
    const line = pad.querySelector('path')
    const field = pad.querySelector('input')
    if (!box || !line || !field) continue
    pad.hidden = false
    const draw = (path: string) => {
      if (path.length > longestSignature) return
      field.value = path
      line.setAttribute('d', path)
    }
    const pointOf = ({ clientX, clientY }: PointerEvent) => {
      const { left, top, width, height } = box.getBoundingClientRect()
      const within = (share: number, most: number) => Math.round(Math.min(1, Math.max(0, share)) * most)
      return `${within((clientX - left) / width, signatureBox.width)} ${within((clientY - top) / height, signatureBox.height)}`
    }
    box.addEventListener('pointerdown', (event) => {
      box.setPointerCapture(event.pointerId)
      draw(`${field.value}M${pointOf(event)}L${pointOf(event)}`)
    })
    box.addEventListener('pointermove', (event) => {
      const next = `L${pointOf(event)}`
      if (box.hasPointerCapture(event.pointerId) && !field.value.endsWith(next)) draw(field.value + next)
    })
    pad.querySelector('button')?.addEventListener('click', () => draw(''))
  }
}
