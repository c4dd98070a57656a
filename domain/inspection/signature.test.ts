import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignature, longestSignature, signaturePicture } from './signature.ts'

const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 }))
const stroke = fc.array(point, { minLength: 2, maxLength: 30 })
const pathOf = (strokes: readonly (readonly (readonly [number, number])[])[]) =>
  strokes.map((points) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`).join('')

test('every drawing is a signature, and so is its picture', () => {
  fc.assert(
    fc.property(fc.array(stroke, { minLength: 1, maxLength: 20 }), (strokes) => {
      const path = pathOf(strokes)
      return isSignature(path) === path.length <= longestSignature && signaturePicture(path).includes(`d="${path}"`)
    }),
  )
})

test.each([
  '',
  'M1 1',
  'M1 1L',
  'L1 1L2 2',
  'M1 1L2 2"/><script>',
  'M1 1L2 2\n',
  'M1.5 1L2 2',
  'M-1 1L2 2',
  'M1000 1L2 2',
  'M301 1L2 2',
  'M1 101L2 2',
])('is no signature: %j', (path) => expect(isSignature(path)).toBe(false))
