/// SM3 (GB/T 32905) of a short text: the ledger commits voting codes by this hash, and the codes are made where they are
/// printed, so that no server ever sees them.
const T0 = 0x79cc4519
const T1 = 0x7a879d8a

const rotate = (x: number, by: number): number => ((x << by % 32) | (x >>> (32 - (by % 32)) % 32)) >>> 0
const p0 = (x: number): number => (x ^ rotate(x, 9) ^ rotate(x, 17)) >>> 0
const p1 = (x: number): number => (x ^ rotate(x, 15) ^ rotate(x, 23)) >>> 0

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const out = new Uint8Array(length)
  out.set(bytes)
  out[bytes.length] = 0x80
  const view = new DataView(out.buffer)
  view.setUint32(length - 4, bytes.length * 8)
  return view
}

function rotateFixed(x: number, by: number): number {
  const n = by % 32
  return n === 0 ? x >>> 0 : rotate(x, n)
}

export function sm3(text: string): string {
  const data = padded(new TextEncoder().encode(text))
  const v = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]
  const w = new Array<number>(68).fill(0)
  const at = (i: number): number => w[i] as number
  for (let block = 0; block < data.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = data.getUint32(block + i * 4)
    for (let i = 16; i < 68; i++) {
      w[i] = (p1((at(i - 16) ^ at(i - 9) ^ rotate(at(i - 3), 15)) >>> 0) ^ rotate(at(i - 13), 7) ^ at(i - 6)) >>> 0
    }
    let [a, b, c, d, e, f, g, h] = v as [number, number, number, number, number, number, number, number]
    for (let i = 0; i < 64; i++) {
      const turned = rotate(a, 12)
      const ss1 = rotate((turned + e + rotateFixed(i < 16 ? T0 : T1, i)) >>> 0, 7)
      const ss2 = (ss1 ^ turned) >>> 0
      const ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
      const gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g)
      const tt1 = ((ff >>> 0) + d + ss2 + ((at(i) ^ at(i + 4)) >>> 0)) >>> 0
      const tt2 = ((gg >>> 0) + h + ss1 + at(i)) >>> 0
      d = c
      c = rotate(b, 9)
      b = a
      a = tt1
      h = g
      g = rotate(f, 19)
      f = e
      e = p0(tt2)
    }
    const now = [a, b, c, d, e, f, g, h]
    for (let i = 0; i < 8; i++) v[i] = ((v[i] as number) ^ (now[i] as number)) >>> 0
  }
  return v.map((x) => x.toString(16).padStart(8, '0')).join('')
}
