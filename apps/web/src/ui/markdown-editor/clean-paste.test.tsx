import { beforeAll, describe, expect, it } from 'vitest';
import { openEditor } from '../../../test/markdown-page.tsx';
import { startTranslations } from '../../lib/translations.ts';

/** What an empty text is after something was pasted into it. */
async function pasted(data: Readonly<Record<string, string>>): Promise<string> {
  const opened = await openEditor('');
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const clipboardData = { files: [], getData: (type: string) => data[type] ?? '' };
  await opened.act(() => opened.dom.dispatchEvent(Object.assign(event, { clipboardData })));
  const value = opened.value();
  opened.close();
  return value;
}

const wordItem = (level: number, list: string, mark: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=FR>${words}<o:p></o:p></span></p>`;

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=FR><!--StartFragment-->
<h1><span lang=FR style='mso-ansi-language:FR'>Les marées<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=FR>Deux fois</span></b><span lang=FR> par <i>jour</i><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem(1, 'l0', '·', 'vives-eaux')}
${wordItem(2, 'l0', 'o', 'au printemps')}
${wordItem(1, 'l0', '·', 'mortes-eaux')}
<p class=MsoNormal>Puis<o:p></o:p></p>
${wordItem(1, 'l1', '1.', 'mesurer')}
${wordItem(1, 'l1', '2.', 'noter')}
<table class=MsoTableGrid border=1><tr><td width=100 colspan=2><p class=MsoNormal>Lieu</p><p class=MsoNormal>exact</p></td></tr><tr><td><p class=MsoNormal>Brest</p></td><td><p class=MsoNormal>6&nbsp;m</p></td></tr></table>
<!--EndFragment--></body></html>`;

const google = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400">Title</span></h2><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> and </span><span style="font-weight:400;font-style:italic">italic</span></p><ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">one</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span>below</span></p></li></ul><li dir="ltr"><p role="presentation"><span>two</span></p></li></ul></b>`;

describe('what is pasted', () => {
  beforeAll(() => startTranslations('en'));

  it('from Word keeps headings, marks, lists and tables, and nothing of Word', async () => {
    expect(await pasted({ 'text/html': word })).toBe(
      [
        '# Les marées',
        '**Deux fois** par *jour*',
        '- vives-eaux\n  - au printemps\n- mortes-eaux',
        'Puis',
        '1. mesurer\n2. noter',
        '| Lieu exact |     |\n| ---------- | --- |\n| Brest      | 6 m |'.replace('6 m', '6\u00a0m'),
      ].join('\n\n'),
    );
  });

  it('from Google Docs is not bold as a whole, and its lists hang together', async () => {
    expect(await pasted({ 'text/html': google })).toBe('## Title\n\n**Bold** and *italic*\n\n- one\n  - below\n- two');
  });

  it('as text is Markdown', async () => {
    const text = '# Title\n\n- [x] done\n- a $x^2$';
    expect(await pasted({ 'text/plain': text })).toBe(text);
  });

  it('brings no script, frame or picture that nobody can fetch', async () => {
    const value = await pasted({
      'text/html':
        '<p onclick="alert(1)">a<script>alert(1)</script><iframe src=x></iframe><img src="file:///c:/x.png"><a href="javascript:alert(1)">b</a></p>',
    });
    expect(value).toBe('ab');
  });
  it('that speaks of handlers keeps its words and addresses', async () => {
    const html = '<p onclick=x>Say onload=go, <a href="https://example.org/?online=1">there</a></p>';
    expect(await pasted({ 'text/html': html })).toBe('Say onload=go, [there](https://example.org/?online=1)');
  });
});
