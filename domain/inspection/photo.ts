/** How long a photo of a visit is kept: after its minutes were closed, it came, and every case of the visit has ended. */
export const photosKeptFor = 90 * 86_400_000
