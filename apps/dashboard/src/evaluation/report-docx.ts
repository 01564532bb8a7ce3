import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { productName } from '../kit/product'
import type { Block } from './report-blocks'

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** A4 in twentieths of a point, with margins of 2 cm. */
const a4 = { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } }

/** Writes a report as a Word file: A4, headings and lists as such, a first row that repeats in every table. */
export function reportDocx(blocks: readonly Block[], title: string, language: string): Promise<Blob> {
  const footer = new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] })
  const run = { font: 'Calibri', size: 22, language: { value: language } }
  const report = new Document({
    title,
    creator: productName,
    styles: { default: { document: { run } } },
    sections: [{ properties: { page: a4 }, footers: { default: footer }, children: blocks.flatMap(elementsOf) }],
  })
  return Packer.toBlob(report)
}

function elementsOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: levels[block.level], keepNext: true, spacing: { before: 240, after: 80 } })]
    case 'text':
      return block.text.split('\n').map((line) => new Paragraph({ text: line, spacing: { after: 120 } }))
    case 'list':
      return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }))
    default:
      return [tableOf(block), new Paragraph({ text: '' })]
  }
}

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): Table {
  const cell = (words: string, bold = false) =>
    new TableCell({ children: words.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })) })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((words) => cell(words, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((words) => cell(words)) })),
    ],
  })
}
