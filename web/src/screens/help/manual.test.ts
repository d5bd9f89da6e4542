import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { blocks } from './manual'

const folder = join(__dirname, '../../../../docs/user')

describe('the manual', () => {
  it('is read as headings, lists, tables and links', () => {
    const read = blocks('# 甲\n\n乙 **丙** [丁](unit.md)\n\n- 一\n- 二\n\n1. 三\n2. 四\n\n| a | b |\n| --- | --- |\n| c | d |\n\n![x](y.png)\n')
    expect(read.map((one) => one.kind)).toEqual(['h1', 'p', 'ul', 'ol', 'table'])
    expect(read[1]).toMatchObject({ inlines: [{ text: '乙 ' }, { kind: 'strong', text: '丙' }, { text: ' ' }, { kind: 'link', chapter: 'unit' }] })
    expect(read[3]).toMatchObject({ items: [[{ text: '三' }], [{ text: '四' }]] })
  })

  it('uses no other forms, and links only chapters that there are', () => {
    const chapters = readdirSync(folder).filter((name) => name.endsWith('.md'))
    for (const chapter of chapters) {
      for (const block of blocks(readFileSync(join(folder, chapter), 'utf8'))) {
        const texts = 'inlines' in block ? block.inlines : 'items' in block ? block.items.flat() : [...block.head, ...block.rows.flat()].flat()
        for (const one of texts) {
          if (one.kind === 'link') expect(chapters).toContain(`${one.chapter}.md`)
          else expect(one.text).not.toMatch(/^\s*(#|>|\d+\.\s|- )|\]\(/)
        }
      }
    }
  })
})
