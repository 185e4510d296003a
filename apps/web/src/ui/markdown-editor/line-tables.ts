import { Extension, findParentNode } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';

export type ColumnAlign = 'left' | 'center' | 'right' | null;

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineTables: {
      alignColumn: (align: ColumnAlign) => ReturnType;
      goToCellBelow: () => ReturnType;
    };
  }
}

const parentTable = findParentNode(({ type }) => type.name === 'table');
const parentCell = findParentNode(({ type }) => type.name === 'tableCell' || type.name === 'tableHeader');

/** Where a cell of a table begins. */
function cellAt(table: ProseNode, start: number, row: number, column: number): number | null {
  let pos = start;
  for (let above = 0; above < row; above += 1) pos += table.child(above).nodeSize;
  const cells = table.maybeChild(row);
  if (!cells || column >= cells.childCount) return null;
  pos += 1;
  for (let before = 0; before < column; before += 1) pos += cells.child(before).nodeSize;
  return pos;
}

/** The table around the cursor, and the place of its cell. */
function placeOf({ selection }: EditorState) {
  const [table, cell] = [parentTable(selection), parentCell(selection)];
  if (!table || !cell) return null;
  const { $from } = selection;
  return { table, row: $from.index(table.depth), column: $from.index(table.depth + 1) };
}

/** Markdown aligns columns, and the first row alone is a head. */
function straighten(table: ProseNode, start: number, tr: Transaction): void {
  const { tableHeader, tableCell } = table.type.schema.nodes;
  table.forEach((row, rowOffset, rowIndex) => {
    row.forEach((cell, cellOffset, column) => {
      const type = rowIndex === 0 ? tableHeader : tableCell;
      const align: unknown = table.firstChild?.maybeChild(column)?.attrs['align'] ?? null;
      if (type === undefined || (cell.type === type && cell.attrs['align'] === align)) return;
      tr.setNodeMarkup(tr.mapping.map(start + rowOffset + 1 + cellOffset), type, { ...cell.attrs, align });
    });
  });
}

const straightener = new Plugin({
  appendTransaction: (transactions, _, { doc, tr }) => {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    doc.descendants((node, pos) => {
      if (node.type.name === 'table') straighten(node, pos + 1, tr);
      return !node.isTextblock;
    });
    return tr.docChanged ? tr : null;
  },
});

export const LineTables = Extension.create({
  name: 'lineTables',
  priority: 1_100,
  addCommands: () => ({
    alignColumn:
      (align) =>
      ({ state, tr }) => {
        const place = placeOf(state);
        const pos = place && cellAt(place.table.node, place.table.start, 0, place.column);
        if (pos === null) return false;
        tr.setNodeAttribute(pos, 'align', align);
        return true;
      },
    goToCellBelow:
      () =>
      ({ state, tr }) => {
        const place = placeOf(state);
        if (place === null) return false;
        const { table, row, column } = place;
        const below = cellAt(table.node, table.start, row + 1, column);
        tr.setSelection(TextSelection.near(tr.doc.resolve(below === null ? table.pos + table.node.nodeSize : below + 1))).scrollIntoView();
        return true;
      },
  }),
  addKeyboardShortcuts() {
    return {
      // A cell has one line: down, as in a sheet, and out below the last.
      Enter: () => this.editor.commands.goToCellBelow(),
      'Shift-Enter': () => this.editor.isActive('table'),
      'Mod-Enter': () => this.editor.isActive('table'),
    };
  },
  addProseMirrorPlugins: () => [straightener],
});
