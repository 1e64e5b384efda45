// What arXiv ids and DOIs look like, wherever they were copied from. Pure; the editor uses it too.
//
// arXiv: https://info.arxiv.org/help/arxiv_identifier.html. DOI: DOI Handbook, 2 "Numbering".

/** A paper's number at arXiv. */
export interface ArxivId {
  /** Without version and, in the old style, without subject class: `2212.04356`, `math/0309136`. */
  id: string;
  version: number | null;
}

/** What a text says of where a paper is. */
export interface Identified {
  arxivId: string | null;
  arxivVersion: number | null;
  doi: string | null;
  url: string | null;
}

/** `YYMM.NNNN` until 2014, `YYMM.NNNNN` since. */
const NEW_STYLE = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/i;
/** `archive/YYMMNNN` or `archive.XX/YYMMNNN`, until March 2007. */
const OLD_STYLE = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,3}))?$/i;
/** Archives of the old scheme; anything else with a slash is a path. */
const ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
    'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics ' +
    'plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);

const versionOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits));

/** @param text an id alone, `2212.04356v2`, already without prefix. */
function bareArxiv(text: string): ArxivId | null {
  const fresh = NEW_STYLE.exec(text);
  if (fresh) {
    const [, year = '', month = '', number = '', version] = fresh;
    const digits = Number(year) >= 15 ? 5 : 4;
    const isMonth = month >= '01' && month <= '12';
    if (!isMonth || number.length !== digits || `${year}${month}` < '0704') return null;
    return { id: `${year}${month}.${number}`, version: versionOf(version) };
  }
  const old = OLD_STYLE.exec(text);
  if (!old) return null;
  const [, archive = '', year = '', month = '', number = '', version] = old;
  const isTime = month >= '01' && month <= '12' && (year >= '91' || `${year}${month}` <= '0703');
  const name = archive.toLowerCase();
  return isTime && ARCHIVES.has(name)
    ? { id: `${name}/${year}${month}${number}`, version: versionOf(version) }
    : null;
}

/** Sites that show what is at arXiv under its number. */
const ARXIV_HOSTS =
  /^(?:(?:www|export|browse|[a-z]{2})\.)?arxiv\.org$|^(?:www\.)?ar5iv\.(?:labs\.arxiv\.)?org$|^(?:www\.)?alphaxiv\.org$|^(?:www\.)?huggingface\.co$/;
const ARXIV_PATH = /^\/(?:abs|pdf|html|format|e-print|src|ps|overview|papers)\/(.+?)(?:\.pdf|\.ps)?\/?$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./i;

/**
 * @param text an arXiv id in any spelling: `2212.04356`, `arXiv:2212.04356v2 [cs.CL]`, `math.GT/0309136`, the address of
 *   its abstract or PDF, or the DOI that arXiv gave it.
 * @returns null for anything else.
 */
export function arxivOf(text: string): ArxivId | null {
  const clean = text.normalize('NFKC').trim();
  const url = webAddress(clean);
  if (url) {
    if (!ARXIV_HOSTS.test(url.hostname)) {
      const doi = doiOf(clean);
      return doi === null || !ARXIV_DOI.test(doi) ? null : bareArxiv(doi.replace(ARXIV_DOI, ''));
    }
    const [, path = ''] = ARXIV_PATH.exec(decoded(url.pathname)) ?? [];
    return bareArxiv(path);
  }
  const bare = clean
    .replace(/\s*\[[^\]]*\](?:\s.*)?$/u, '')
    .replace(/^arxiv\s*:?\s*/i, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi\s*:\s*/i, '')
    .replace(ARXIV_DOI, '');
  return bareArxiv(bare);
}

/** Longest DOI that is taken, in characters; the scheme has no end. */
const LONGEST_DOI = 300;
/** Directory indicator, registrant (with subdivisions), and whatever the registrant chose. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[\p{L}\p{N}\p{P}\p{S}]+$/u;
/** Paths at publishers that hold a DOI whole: `/doi/abs/10.1145/…`, `/article/10.1007/…`, `/content/10.1101/…v1.full`. */
const DOI_IN_PATH =
  /\/(?:doi|article|articles|chapter|content|book|abs)\/(?:[a-z]+\/)?(10\.\d{4,9}(?:\.\d+)*\/.+?)\/?$/i;

/**
 * @param text a DOI in any spelling: `10.1038/NATURE14539`, `doi:10.1038/…`, `https://doi.org/10.1038/…`, a publisher's
 *   address that contains it.
 * @returns it without prefix, in lower case, as DOIs are compared without regard to case; null for anything else.
 */
export function doiOf(text: string): string | null {
  let clean = text.normalize('NFC').trim();
  const url = webAddress(clean);
  if (url) {
    const path = decoded(url.pathname);
    const isResolver = /^(?:dx\.|www\.)?doi\.org$/.test(url.hostname);
    const [, inPath = ''] = DOI_IN_PATH.exec(path) ?? [];
    // What follows `#` and `?` belongs to a DOI only where it is percent-encoded.
    clean = isResolver
      ? path.slice(1)
      : inPath.replace(/(?:v\d+)?\.(?:full|abstract|full-text)?(?:\.?pdf)?$/i, '');
  } else {
    clean = clean
      .replace(/^(?:dx\.|www\.)?doi\.org\//i, '')
      .replace(/^(?:info:doi\/|urn:doi:)/i, '')
      .replace(/^doi\s*:?\s*/i, '')
      .replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//i, '');
  }
  if (clean.length > LONGEST_DOI || !DOI.test(clean)) return null;
  return clean.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Longest address that is taken, in characters. */
const LONGEST_URL = 2_000;

/**
 * @param text an address of the web.
 * @returns it in its one spelling; null for anything but `http:` and `https:`, and for one with a password in it.
 */
export function webUrlOf(text: string): string | null {
  const url = webAddress(text.trim());
  if (!url || url.username !== '' || url.password !== '' || url.href.length > LONGEST_URL) return null;
  return url.hostname.includes('.') || url.hostname === 'localhost' ? url.href : null;
}

/**
 * @param text what somebody typed or pasted to say which paper they mean.
 * @returns what it says, with one of `arxivId`, `doi`, `url`; null where it is none of these, a title for instance.
 */
export function identified(text: string): Identified | null {
  const nothing = { arxivId: null, arxivVersion: null, doi: null, url: null };
  const arxiv = arxivOf(text);
  if (arxiv) return { ...nothing, arxivId: arxiv.id, arxivVersion: arxiv.version };
  const doi = doiOf(text);
  if (doi !== null) return { ...nothing, doi };
  const url = webUrlOf(text);
  return url === null ? null : { ...nothing, url };
}

/** Hangul ends an address: in Korean a particle stands right behind it. */
const MENTIONED =
  /https?:\/\/[^\s<>"'`|\\^{}\]\p{Script=Hangul}]+|arxiv\s*:\s*[a-z.-]*\/?\d[\d.]*(?:v\d+)?|doi\s*:\s*10\.\d{4,9}(?:\.\d+)*\/[^\s<>"'`|\p{Script=Hangul}]+/giu;
/** Most mentions that are told. */
const MOST_MENTIONS = 20;

/**
 * @param source Markdown, or any text.
 * @returns papers of which it gives an arXiv id or a DOI, in order, each once, as links or as `arXiv:…`, `doi:…`.
 */
export function mentioned(source: string): Identified[] {
  const found = new Map<string, Identified>();
  for (const [match] of source.matchAll(MENTIONED)) {
    const what = identified(withoutEnd(match));
    if (!what || (what.arxivId === null && what.doi === null)) continue;
    const key = what.arxivId ?? what.doi ?? '';
    if (!found.has(key)) found.set(key, what);
    if (found.size === MOST_MENTIONS) break;
  }
  return [...found.values()];
}

/** An address as it stands in a sentence, without what belongs to the sentence: `(https://doi.org/10.1/x(1)).` */
function withoutEnd(text: string): string {
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === '(') depth += 1;
    else if (letter === ')' && --depth < 0) return withoutEnd([...text].slice(0, index).join(''));
  }
  return text.replace(/[.,;:!?*_~'"\u3002\uff0c]+$/u, '');
}

/** @returns an address of the web; also one that begins without its scheme, like `arxiv.org/abs/2212.04356`. */
function webAddress(text: string): URL | null {
  if (/[\s\p{Cc}]/u.test(text)) return null;
  const whole = /^(?:[\w-]+\.)+[a-z]{2,}\//i.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(whole)) return null;
  try {
    return new URL(whole);
  } catch {
    return null;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @returns the page of a paper at arXiv. */
export function arxivUrl(id: string, version: number | null = null): string {
  return `https://arxiv.org/abs/${id}${version === null ? '' : `v${version}`}`;
}

/** @returns the address that a DOI resolves at. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}
