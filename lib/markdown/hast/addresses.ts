/** An address that an article may link to, or null: `http`, `https`, `mailto`, this site's paths, fragments. */
export function safeAddress(address: string): string | null {
  // Browsers drop tabs and line ends inside an address and read `\` as `/`; so what is judged must have none.
  const clean = address.replace(/^[\u0000- ]+|[\u0000- ]+$/g, '').replace(/[\t\n\r]/g, '');
  if (clean === '' || clean.startsWith('#')) return clean === '' ? null : clean;
  if (/^https?:\/\//i.test(clean)) return URL.canParse(clean) ? clean : null;
  if (/^mailto:/i.test(clean)) return clean;
  if (/^[/\\]{2}/.test(clean) || /^[/\\]*\\/.test(clean)) return null;
  // A colon before the path begins would be a scheme.
  if (/^[^/?#]*:/.test(clean)) return null;
  return clean;
}

/** Whether an address leaves the site. */
export function isOutside(address: string, origin: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address) && new URL(address).origin !== originOf(origin);
}

function originOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}

/** The name of an image as options know it: decoded, NFC. */
export function imageName(address: string): string {
  const plain = address.trim();
  try {
    // A `%` that begins no escape stands for itself.
    return decodeURIComponent(plain.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')).normalize('NFC');
  } catch {
    return plain.normalize('NFC');
  }
}

/** The host of an address, for cards; the address itself where there is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}

/** The id that an address within the page leads to; empty for any other address. */
export function fragmentOf(address: string): string {
  if (!address.startsWith('#')) return '';
  try {
    return decodeURIComponent(address.slice(1));
  } catch {
    return address.slice(1);
  }
}
