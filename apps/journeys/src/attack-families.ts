/**
 * Whole families of attacks, made by rule. What the newer of DOMPurify's fixtures try by hundreds of examples (the older ones are in
 * published-fixtures.ts as they are) comes down to these: content that another parsing takes out of the element that held it, names that
 * hide what a sanitiser asks an element for, and blanks that a browser passes over in front of an address. All of it is written anew here.
 */
const run = 'alert(1)';
const image = `<img src=x onerror=${run}>`;

/** Where HTML's parser turns to other rules, and where those turn back. */
const foreign: readonly string[] = [
  '<svg>',
  '<svg></p>',
  '<svg><desc>',
  '<svg><foreignobject><p>',
  '<svg><title>',
  '<math>',
  '<math></br>',
  '<math><mtext><table><mglyph>',
  '<math><mi><malignmark>',
  '<math><annotation-xml encoding="text/html"><p>',
  '<form><math><mtext></form><form><mglyph><svg><mtext>',
  '<select><option>',
  '<template><s>',
  '',
];

/** Elements whose content is text under some rules and elements under others. */
const rawText: readonly string[] = [
  'style',
  'textarea',
  'title',
  'noscript',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'listing',
  'template',
];

/** An image that stands in an attribute or a comment until the element around it ends earlier than it seemed to. */
const mutations: readonly string[] = foreign.flatMap((outer) =>
  rawText.flatMap((inner) => [`${outer}<${inner}><a title="</${inner}>${image}">`, `${outer}<${inner}><!--</${inner}>${image}-->`]),
);

/** What a sanitiser, or a page, asks of elements and of the document: fields of a form and names of images stand in front of it. */
const asked: readonly string[] = [
  'attributes',
  'children',
  'childNodes',
  'firstChild',
  'parentNode',
  'nodeName',
  'nodeType',
  'namespaceURI',
  'tagName',
  'innerHTML',
  'removeChild',
  'removeAttribute',
  'removeAttributeNode',
  'setAttribute',
  'getAttribute',
  'hasChildNodes',
  'insertBefore',
  'remove',
  'body',
  'head',
  'cookie',
  'location',
  'activeElement',
  'adoptNode',
  'createElement',
  'createNodeIterator',
  'getElementById',
  'domain',
  'submit',
  'action',
  'method',
  'elements',
  'acceptCharset',
  'ownerDocument',
  'implementation',
  'documentElement',
  'firstElementChild',
];

const clobbering: readonly string[] = asked.flatMap((name) => [
  `<form id="${name}" onmouseover="${run}"><input name="${name}" onfocus="${run}" autofocus></form>`,
  `<img name="${name}" id="${name}"><svg onload=${run}></svg>`,
]);

/** Blanks, separators and marks that stand before a scheme, or within it, without being seen. */
const unseen: readonly number[] = [
  0x01,
  0x03,
  0x08,
  0x0b,
  0x0c,
  0x1f,
  0x7f,
  0x85,
  0xa0,
  0xad,
  0x1680,
  0x180e,
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x2060,
  0x3000,
  0xfeff,
  ...Array.from({ length: 12 }, (_, at) => 0x2000 + at),
];

const addresses: readonly string[] = unseen.flatMap((code) => {
  const blank = String.fromCodePoint(code);
  return [
    `<a href="${blank}javascript:${run}">go</a>`,
    `<a href="&#x${code.toString(16)};java&#x${code.toString(16)};script:${run}">go</a>`,
    `[go](<${blank}javascript:${run}>)`,
  ];
});

/** Each ends by itself: a paragraph of its own in a text. */
export const familyAttacks: readonly string[] = [...mutations, ...clobbering, ...addresses];
