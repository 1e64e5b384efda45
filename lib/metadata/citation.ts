import type { PaperView } from '@/lib/papers/types';
import type { PostPage, SiteView } from '@/lib/posts/views';
import { hrefOf } from '@/lib/i18n';

/** Names of `<meta>` elements with their contents; a name with several stands as often. */
export type MetaTags = Record<string, string | string[]>;

/** Where a paper appeared, by what the name of the place looks like. */
function venueTag(venue: string): string {
  return /\b(?:proceedings|conference|workshop|symposium|NeurIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL|AAAI|KDD|Interspeech)\b/i.test(
    venue,
  )
    ? 'citation_conference_title'
    : 'citation_journal_title';
}

/**
 * Highwire tags of a paper; reference managers that are asked to keep the page of its review keep the paper. There is
 * deliberately no address of a full text among them: by that a page says that it is the paper's own.
 */
function paperTags(paper: PaperView): MetaTags {
  const arxiv = paper.arxivId === null ? null : `https://arxiv.org/abs/${paper.arxivId}`;
  const home = paper.doi === null ? (arxiv ?? paper.url) : `https://doi.org/${encodeURI(paper.doi)}`;
  return {
    citation_title: paper.title,
    ...(paper.authors.length > 0 && { citation_author: paper.authors }),
    ...(paper.year !== null && { citation_publication_date: String(paper.year) }),
    ...(paper.venue !== '' && { [venueTag(paper.venue)]: paper.venue }),
    ...(paper.doi !== null && { citation_doi: paper.doi }),
    ...(paper.arxivId !== null && { citation_arxiv_id: paper.arxivId }),
    ...(home !== null && { citation_public_url: home }),
  };
}

/** A further paper, in the one line that Highwire has for what a page refers to. */
function referenceTag(paper: PaperView): string {
  const parts = [
    ['citation_title', paper.title],
    ...paper.authors.map((name) => ['citation_author', name]),
    ['citation_publication_date', paper.year === null ? '' : String(paper.year)],
    ['citation_doi', paper.doi ?? ''],
    ['citation_arxiv_id', paper.arxivId ?? ''],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value = '']) => `${name ?? ''}=${value.replaceAll(';', ',')}`)
    .join('; ');
}

/**
 * What reference managers read of a post's page. With papers, the first of them in Highwire's tags (a page can hold
 * one such record) and the others as references; without any, the post itself in Dublin Core, as a blog post.
 */
export function citationTags(site: SiteView, post: PostPage): MetaTags {
  const [paper, ...others] = post.papers;
  if (paper) {
    const references = others.map(referenceTag);
    return { ...paperTags(paper), ...(references.length > 0 && { citation_reference: references }) };
  }
  const own = post.languages.find(({ language }) => language === post.language);
  const authors = post.authors.map(({ name }) => name).filter((name) => name !== '');
  return {
    'z:itemType': 'blogPost',
    'DC.type': 'Text',
    'DC.title': post.title,
    ...(authors.length > 0 && { 'DC.creator': authors }),
    'DC.date': post.publishedAt.toISOString().slice(0, 10),
    'DC.language': post.language,
    'DC.publisher': site.name,
    'DC.identifier': site.origin + hrefOf(own?.path ?? post.path),
  };
}
