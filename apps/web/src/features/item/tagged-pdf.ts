import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

type Structure = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;
type Child = Structure['children'][number];

/** What lists and tables are made of, by the tags of PDF: the roles that these become on a page allow nothing else in between. */
const parts: Readonly<Record<string, readonly string[]>> = { L: ['LI'], Table: ['TR'], TR: ['TH', 'TD'] };

/** They say nothing that the cells do not say, and the library takes a head of several rows for one cell. */
const groupsOfRows = ['THead', 'TBody', 'TFoot'];

/**
 * A page's structure with lists and tables that are whole, as screen readers need them. What stands between their parts, such as the lines
 * of a table, is left out: its words are in the text of the page all the same. A table without rows is none.
 */
export function tidied(structure: Structure): Structure {
  const children = structure.children.flatMap((child): Child[] => {
    if (!('children' in child)) return [child];
    const { children: rows, ...group } = tidied(child);
    return groupsOfRows.includes(group.role) ? rows : [{ ...group, children: rows }];
  });
  const expected = parts[structure.role];
  if (expected === undefined) return { ...structure, children };
  const own = children.filter((child) => 'role' in child && expected.includes(child.role));
  return own.length === 0 ? { ...structure, role: 'Div', children } : { ...structure, children: own };
}

/** Lets the pages of a document tell their structure tidied. */
export function tidyStructure(pdf: PDFDocumentProxy): void {
  const getPage = pdf.getPage.bind(pdf);
  const pages = new Map<number, Promise<PDFPageProxy>>();
  pdf.getPage = (number) => {
    const page = pages.get(number) ?? getPage(number).then(tidyPage);
    pages.set(number, page);
    return page;
  };
}

function tidyPage(page: PDFPageProxy): PDFPageProxy {
  const getStructTree = page.getStructTree.bind(page);
  page.getStructTree = async () => {
    const structure = await getStructTree();
    // A page without tags has none, whatever the type says.
    return structure && tidied(structure);
  };
  return page;
}
