/** How a document of XML begins. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Names the style sheet by which a browser shows the document (w3.org/TR/xml-stylesheet). */
export const styledBy = (address: string): string =>
  `<?xml-stylesheet${attributeList({ type: 'text/css', href: address })}?>\n`;

/** Attributes of an element; those that are null are left out. */
export type Attributes = Record<string, string | number | null>;

/** An element whose content is text. `name` and the attributes' names are ours, never a visitor's. */
export function element(name: string, content: string, attributes: Attributes = {}): string {
  return `<${name}${attributeList(attributes)}>${escapeText(content)}</${name}>`;
}

/** An element with nothing in it. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributeList(attributes)}/>`;
}

/** An element whose content is other elements, each on a line of its own. */
export function nested(name: string, elements: readonly string[], attributes: Attributes = {}): string {
  return `<${name}${attributeList(attributes)}>\n${elements.join('\n')}\n</${name}>`;
}

/** An element whose content is markup for whoever reads it, not for XML. */
export function markupElement(name: string, markup: string): string {
  // A section cannot hold its own end; and what readers get is the same when two sections follow each other.
  return `<${name}><![CDATA[${xmlCharacters(markup).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

function attributeList(attributes: Attributes): string {
  let list = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) continue;
    const text = escapeText(String(value))
      .replace(/"/g, '&quot;')
      .replace(/[\t\n]/g, (space) => `&#${space.charCodeAt(0)};`);
    list += ` ${name}="${text}"`;
  }
  return list;
}

function escapeText(text: string): string {
  return xmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/**
 * Text that XML 1.0 can carry (§2.2): characters that it forbids are left out, halves of surrogate pairs become
 * U+FFFD, all others stay.
 */
export function xmlCharacters(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Text as HTML shows it: what is about `<b>` is not taken for markup. */
export const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
