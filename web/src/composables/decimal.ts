/// For the geometry of a chart only: a pixel needs no exactness.
export function forDrawing(text: string | null | undefined): number {
  return text ? Number(text) : 0
}
