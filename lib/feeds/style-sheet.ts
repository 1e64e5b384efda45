import { languages, translator } from '@/lib/i18n';

/**
 * The style sheet by which a browser shows an RSS or Atom document to somebody who opened it: what a feed is, where to put
 * its address, and what is in it. Style sheets are the one way left that runs nothing: browsers give up XSLT.
 *
 * The values are those of components/styles/tokens.css, which a document that is no page cannot load.
 */
export function feedStyleSheet(): string {
  const spoken = languages.map((language) => {
    const t = translator(language);
    return `rss:lang(${language})>channel::before,feed:lang(${language})::before{content:${quoted(
      `${t('feeds.whatIsThis')}\\A\\A ${t('feeds.howToSubscribe')}`,
    )}}`;
  });
  return `${STYLES}${spoken.join('\n')}\n`;
}

/** A string of CSS (CSS Syntax 3, §4.3.5); line breaks are written before. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\22 ').replaceAll('\n', '\\A ')}"`;
}

const STYLES = `@namespace atom "http://www.w3.org/2005/Atom";
:root{color-scheme:light dark;background:light-dark(#fbfcfa,#131716);color:light-dark(#1b221f,#dde4df);
font:17px/1.7 system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere}
rss,feed{display:block;max-inline-size:38rem;margin:0 auto;padding:2rem 1.25rem 4rem}
channel{display:block}
channel>*,feed>*,item>*,entry>*{display:none}
rss>channel::before,feed::before{display:block;white-space:pre-line;margin-block-end:2rem;padding:1rem 1.25rem;
border-inline-start:3px solid light-dark(#12634a,#82cdab);background:light-dark(#f1f5f1,#1b211f)}
channel>title,feed>title{display:block;font-size:1.65rem;font-weight:700;line-height:1.36}
channel>description,feed>subtitle{display:block;color:light-dark(#56625b,#a1ada6)}
channel>atom|link[rel=self],feed>atom|link[rel=self]{display:block;margin-block:.75rem 2rem}
channel>atom|link[rel=self]::after,feed>atom|link[rel=self]::after{content:attr(href);font-family:ui-monospace,monospace;
font-size:.85rem;color:light-dark(#12634a,#82cdab)}
item,entry{display:block;padding-block:1.25rem;border-block-start:1px solid light-dark(#d6dfd9,#2b3431)}
item>title,entry>title{display:block;font-size:1.2rem;font-weight:700;line-height:1.36}
item>pubDate,entry>published,item>link{display:block;font-size:.85rem;color:light-dark(#56625b,#a1ada6)}
item>link{color:light-dark(#12634a,#82cdab)}
entry>atom|link[rel=alternate]:first-of-type{display:block}
entry>atom|link[rel=alternate]:first-of-type::after{content:attr(href);font-size:.85rem;color:light-dark(#12634a,#82cdab)}
item>description,entry>summary{display:block;margin-block-start:.5rem}
`;
