/**
 * What word processors put on the clipboard, as plain HTML: Word's lists are paragraphs with a mark of their own,
 * Google's lists hang beside the items they belong to, and both bring styles, comments and empty wrappers.
 */
export function cleanPastedHtml(html: string): string {
  // An inert document: it neither fetches nor runs anything.
  const { body } = new DOMParser().parseFromString(
    markHandlers(html.replaceAll(/<!--[\s\S]*?-->|<\/?o:p>|<\?xml[^>]*>/gi, '')),
    'text/html',
  );
  unmarkWords(body);
  // Word hides its list marks in conditional comments too, which are gone by now; the elements that are left say the rest.
  listWordParagraphs(body);
  for (const unwanted of body.querySelectorAll(
    'style, script, meta, link, title, xml, iframe, object, embed, form, [style*="mso-list:Ignore" i]',
  ))
    unwanted.remove();
  for (const image of body.querySelectorAll('img')) if (!/^(?:https?:|\/)/i.test(image.getAttribute('src') ?? '')) image.remove();
  for (const element of body.querySelectorAll('*')) stripWordAttributes(element);
  for (const wrapper of body.querySelectorAll(
    'b[id^="docs-internal-guid"], b[style*="font-weight:normal" i], b[style*="font-weight: normal" i]',
  ))
    unwrap(wrapper);
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) hangUnderItem(list);
  for (const table of body.querySelectorAll('table')) straighten(table);
  for (const paragraph of body.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').trim() === '' && paragraph.querySelector('img') === null) paragraph.remove();
  return body.innerHTML;
}

/** What a handler's name begins with while it is read: nothing of it would run, but Chromium reports to the CSP what it merely reads. */
const handlerMark = 'data-was-on';
const markHandlers = (html: string): string => html.replaceAll(/(?<!\w)on(?=\w[^\s=<>"']*\s*=)/gi, handlerMark);

/** Words that looked like a handler are words again; a handler stays an attribute that means nothing. */
function unmarkWords(body: HTMLElement): void {
  const words = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode())
    node.nodeValue = node.nodeValue?.replaceAll(handlerMark, 'on') ?? '';
  for (const { attributes } of body.querySelectorAll('*'))
    for (const attribute of attributes) attribute.value = attribute.value.replaceAll(handlerMark, 'on');
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** `<ul><li>a</li><ul>…</ul></ul>` means that the inner list belongs to a. */
function hangUnderItem(list: Element): void {
  const before = list.previousElementSibling;
  if (before?.tagName === 'LI') before.append(list);
}

/** Cells hold one line and stand alone, as many in each row. */
function straighten(table: HTMLTableElement): void {
  const addCell = (row: HTMLTableRowElement, before: Element | null): void =>
    void row.insertBefore(table.ownerDocument.createElement('td'), before);
  for (const cell of table.querySelectorAll<HTMLTableCellElement>('td, th')) {
    const row = cell.closest('tr');
    for (let extra = 1; row !== null && extra < Math.min(cell.colSpan, 50); extra += 1) addCell(row, cell.nextElementSibling);
    cell.removeAttribute('colspan');
    cell.removeAttribute('rowspan');
    flatten(cell);
  }
  const columns = Math.max(0, ...[...table.rows].map(({ cells }) => cells.length));
  for (const row of table.rows) while (row.cells.length < columns) addCell(row, null);
}

function flatten(cell: Element): void {
  const lines = [...cell.querySelectorAll('p, div, li')].filter((part) => part.querySelector('p, div, li') === null);
  if (lines.length === 0) return;
  const words = lines.flatMap((line, index) => [...(index === 0 ? [] : [cell.ownerDocument.createTextNode(' ')]), ...line.childNodes]);
  cell.replaceChildren(...words);
}

/** Marks like bold are read from styles too; Word's own styles and names mean nothing here. */
function stripWordAttributes(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  const meant = style.split(';').filter((rule) => /^\s*(?:font-weight|font-style|text-decoration|text-align|white-space)\b/i.test(rule));
  if (meant.length === 0) element.removeAttribute('style');
  else element.setAttribute('style', meant.join(';'));
  if (/^mso/i.test(element.className)) element.removeAttribute('class');
  if (/^(?:O|V|W|M):/i.test(element.tagName)) unwrap(element);
}

interface WordItem {
  readonly paragraph: Element;
  readonly level: number;
  readonly isOrdered: boolean;
}

function wordItem(paragraph: Element): WordItem | null {
  const [, level] = /mso-list:[^;"]*\blevel(\d+)/i.exec(paragraph.getAttribute('style') ?? '') ?? [];
  if (level === undefined) return null;
  const mark = paragraph.querySelector('[style*="mso-list:Ignore" i]');
  const sign = (mark?.textContent ?? '').trim();
  mark?.remove();
  return { paragraph, level: Number(level), isOrdered: /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(sign) };
}

function listWordParagraphs(body: Element): void {
  let open: { list: Element; level: number }[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const item = wordItem(paragraph);
    if (item === null) continue;
    // A list goes on as long as its paragraphs follow each other.
    const isNext = last !== null && paragraph.previousElementSibling === last;
    open = isNext ? open.filter(({ level }) => level <= item.level) : [];
    const inner = open.at(-1);
    if (inner === undefined || inner.level < item.level) {
      const list = body.ownerDocument.createElement(item.isOrdered ? 'ol' : 'ul');
      if (inner === undefined) paragraph.before(list);
      else inner.list.lastElementChild?.append(list);
      open = [...open, { list, level: item.level }];
    }
    const entry = body.ownerDocument.createElement('li');
    entry.append(...paragraph.childNodes);
    open.at(-1)?.list.append(entry);
    last = open[0]?.list ?? null;
    paragraph.remove();
  }
}
