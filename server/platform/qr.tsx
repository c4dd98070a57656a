interface Props {
  /** The squares of the code, row by row; true is dark. */
  readonly squares: readonly (readonly boolean[])[]
  /** What the picture says, in words. */
  readonly label: string
}

/** A QR code as a picture. */
export const QrPicture = ({ squares, label }: Props) => (
  <svg
    class="qr"
    role="img"
    aria-label={label}
    viewBox={`0 0 ${squares.length} ${squares.length}`}
    shape-rendering="crispEdges"
  >
    <rect width="100%" height="100%" fill="#fff" />
    <path d={pathOf(squares)} fill="#000" />
  </svg>
)

/** The same as a file of its own, for paper. */
export const qrSvg = (squares: Props['squares']): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${squares.length} ${squares.length}"><path d="${pathOf(squares)}"/></svg>`

/** One square each for the dark ones. */
const pathOf = (squares: Props['squares']): string =>
  squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
