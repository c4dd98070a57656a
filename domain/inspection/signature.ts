/** A signature that was drawn on a screen, as the path of an SVG in a box: strokes of straight lines, nothing else. */

/** The box, in units of the path. */
export const signatureBox = { width: 300, height: 100 } as const

/** Letters of the longest one: some hundred strokes. */
export const longestSignature = 8000

const strokes = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/
const point = /(\d+) (\d+)/g

const isInBox = (path: string): boolean =>
  [...path.matchAll(point)].every(([, x, y]) => Number(x) <= signatureBox.width && Number(y) <= signatureBox.height)

/** Whether something is a signature that can be seen, and cannot be anything else, such as a program in a document. */
export const isSignature = (path: string): boolean =>
  path.length <= longestSignature && strokes.test(path) && isInBox(path)

/** The picture of a signature, for a document. */
export const signaturePicture = (path: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${signatureBox.width} ${signatureBox.height}">` +
  `<path d="${path}" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
