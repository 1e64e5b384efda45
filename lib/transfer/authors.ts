import { asTable, asText, type Table } from './front-matter';
import { cleanLine, cleanText } from './text';

/** An author whose avatar has still to be looked for. */
export interface NamedAuthor {
  name: string;
  email: string | null;
  about: string;
  links: { label: string; url: string }[];
  /** Address as written. */
  avatar: string | null;
}

/** Services of which authors write a user name or an address. */
const services: Record<string, { label: string; address: (name: string) => string }> = {
  github: { label: 'GitHub', address: (name) => `https://github.com/${name}` },
  gitlab: { label: 'GitLab', address: (name) => `https://gitlab.com/${name}` },
  twitter: { label: 'Twitter', address: (name) => `https://twitter.com/${name}` },
  x: { label: 'X', address: (name) => `https://x.com/${name}` },
  linkedin: { label: 'LinkedIn', address: (name) => `https://www.linkedin.com/in/${name}/` },
  facebook: { label: 'Facebook', address: (name) => `https://www.facebook.com/${name}` },
  instagram: { label: 'Instagram', address: (name) => `https://www.instagram.com/${name}/` },
  youtube: { label: 'YouTube', address: (name) => `https://www.youtube.com/@${name}` },
  orcid: { label: 'ORCID', address: (name) => `https://orcid.org/${name}` },
  scholar: {
    label: 'Google Scholar',
    address: (name) => `https://scholar.google.com/citations?user=${name}`,
  },
  huggingface: { label: 'Hugging Face', address: (name) => `https://huggingface.co/${name}` },
  velog: { label: 'velog', address: (name) => `https://velog.io/@${name}` },
};

const websiteKeys = new Set(['website', 'homepage', 'url', 'blog', 'link', 'site', 'web']);
const aboutKeys = ['about', 'bio', 'description'];
const ownKeys = new Set([
  'enable',
  'name',
  'email',
  'avatar',
  'image',
  'photo',
  'picture',
  'links',
  ...aboutKeys,
]);

/**
 * The authors that front matter names: the theme's `[profile]`, Hugo's `author` and `authors` as text, table or list.
 * Without any, none.
 */
export function readAuthors(data: Table): NamedAuthor[] {
  const profile = asTable(data.profile);
  // Switched off is how the theme hides a profile; the author is no less the author.
  const found = [...(profile ? [profile] : []), ...listed(data.authors), ...listed(data.author)].flatMap(
    readAuthor,
  );
  const names = new Set<string>();
  return found.filter(({ name }) => !names.has(name) && names.add(name));
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function readAuthor(value: unknown): NamedAuthor[] {
  const table = asTable(value);
  const name = cleanLine(asText(table ? table.name : value) ?? '');
  if (name === '') return [];
  if (!table) return [{ name, email: null, about: '', links: [], avatar: null }];
  const email = cleanLine(asText(table.email) ?? '').replace(/^mailto:/i, '');
  return [
    {
      name,
      email: /^[^\s@]+@[^\s@]+$/.test(email) ? email.toLowerCase() : null,
      about: cleanText(aboutKeys.map((key) => asText(table[key])).find((text) => text !== null) ?? '').trim(),
      links: readLinks(table),
      avatar:
        [table.avatar, table.image, table.photo, table.picture].map(asText).find((text) => !!text) ?? null,
    },
  ];
}

function readLinks(table: Table): { label: string; url: string }[] {
  const entries = [
    ...Object.entries(table).filter(([key]) => !ownKeys.has(key)),
    ...nestedLinks(table.links),
  ];
  return entries.flatMap(([key, value]) => {
    const text = asText(value)?.trim() ?? '';
    if (text === '' || typeof value === 'boolean') return [];
    const service = services[key.toLowerCase()];
    const url = webAddress(/^https?:/i.test(text) ? text : (service?.address(text.replace(/^@/, '')) ?? ''));
    if (url === null) return [];
    const label = service?.label ?? (websiteKeys.has(key.toLowerCase()) ? new URL(url).hostname : key);
    return [{ label, url }];
  });
}

/** `links` as a table of addresses, or as a list of tables. */
function nestedLinks(value: unknown): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(asTable(value) ?? {});
  return (value as unknown[]).flatMap((entry): [string, unknown][] => {
    const table = asTable(entry);
    const label = asText(table?.label ?? table?.name ?? table?.title);
    return table && label !== null ? [[label, table.url ?? table.href ?? table.link]] : [];
  });
}

function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
