/// One-time voting codes: made here, printed here, and told to the ledger only as hashes, in no order that links them.
import { sm3 } from './sm3'

/// Without letters that are taken for one another on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

export function newCode(): string {
  const limit = 256 - (256 % LETTERS.length)
  let out = ''
  while (out.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      if (byte < limit && out.length < LENGTH) out += LETTERS[byte % LETTERS.length]
    }
  }
  return out
}

/// As it is printed: in groups of four.
export function printed(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-').toUpperCase()
}

export function digestsOf(codes: string[]): string[] {
  return codes.map(sm3).sort()
}
