import type { Letter } from './letter.ts';
import { sayIn } from './mail-words.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const font = "font-family:Figtree,'Segoe UI',Helvetica,Arial,sans-serif";
const paragraph = (text: string, style: string): string => `<p style="margin:0 0 16px;${style}">${escape(text)}</p>`;

const button = (label: string, url: string): string =>
  `<p style="margin:24px 0"><a href="${escape(url)}" target="_blank" rel="noopener" style="display:inline-block;padding:12px 22px;` +
  `border-radius:8px;background:#17624a;color:#ffffff;font-weight:600;text-decoration:none">${escape(label)}</a></p>`;

interface Parts {
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly end: string;
}

/** Tables and inline styles, because that is what mail programs understand; no image, nothing that is fetched. */
const page = ({ language, subject, body, end }: Parts): string => `<!doctype html>
<html lang="${escape(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f4f2ec;color:#1d2b26;${font};font-size:16px;line-height:1.55">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td style="padding:0 8px 16px;font-size:20px;font-weight:700;color:#17624a">Cursus</td></tr>
<tr><td style="padding:32px 28px 16px;background:#ffffff;border:1px solid #e3dfd3;border-radius:14px">
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escape(subject)}</h1>
${body}
</td></tr>
<tr><td style="padding:16px 8px;font-size:13px;color:#5b665f">${escape(end)}</td></tr>
</table></td></tr></table></body></html>`;

/** The two forms of a letter, which say the same. */
export function formsOf(letter: Letter, publicUrl: string): { subject: string; html: string; text: string } {
  const say = sayIn(letter.language);
  const { subject, paragraphs, action, notes = [] } = letter.say(say);
  const greeting = letter.name === null ? say('layout.greetingNobody') : say('layout.greeting', { name: letter.name });
  const end = say('layout.sentBy', { url: publicUrl });
  const html = [
    ...[greeting, ...paragraphs].map((each) => paragraph(each, '')),
    ...(action === undefined ? [] : [button(action.label, action.url)]),
    ...notes.map((each) => paragraph(each, 'font-size:14px;color:#47524c')),
    ...(action === undefined
      ? []
      : [paragraph(`${say('layout.orCopy')} ${action.url}`, 'font-size:13px;color:#5b665f;overflow-wrap:anywhere;word-break:break-word')]),
  ];
  const text = [greeting, ...paragraphs, ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]), ...notes, `-- \n${end}`];
  return { subject, html: page({ language: letter.language, subject, body: html.join('\n'), end }), text: `${text.join('\n\n')}\n` };
}
