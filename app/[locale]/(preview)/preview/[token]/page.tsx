import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { parameter, reading } from '@/app/reading';
import { PostArticle, SinglePageArticle, SiteShell } from '@/components/reading';
import type { I18n } from '@/lib/i18n';
import { previewByToken } from '@/lib/writing';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

const previewOf = cache(previewByToken);

async function open(params: Props['params']) {
  const { locale, token: raw } = await params;
  const token = parameter(raw);
  const [facts, preview] = await Promise.all([reading(locale), previewOf(token)]);
  return preview ? { ...facts, token, preview } : notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { i18n, preview } = await open(params);
  const { title } = preview.kind === 'post' ? preview.post : preview.page;
  return {
    title: { absolute: i18n.t('writing.previewTitle', { title: title || untitled(i18n) }) },
    robots: { index: false, follow: false, noarchive: true },
    referrer: 'no-referrer',
  };
}

function untitled({ t }: I18n): string {
  return t('writing.previewUntitled');
}

/** `/preview/<token>/`: a draft as its page will be, for whoever was given the link. */
export default async function Page({ params }: Props) {
  const { i18n, site, token, preview } = await open(params);
  const until = i18n.format.dateTime(preview.expiresAt);
  return (
    <SiteShell site={site} i18n={i18n} path={`/preview/${token}/`}>
      <div className="page-grid preview-note" role="note" aria-label={i18n.t('writing.previewLabel')}>
        <p className="column notice">{i18n.t('writing.previewNotice', { until })}</p>
      </div>
      {preview.kind === 'post' ? (
        <PostArticle post={{ ...preview.post, title: preview.post.title || untitled(i18n) }} i18n={i18n} />
      ) : (
        <SinglePageArticle
          page={{ ...preview.page, title: preview.page.title || untitled(i18n) }}
          i18n={i18n}
        />
      )}
    </SiteShell>
  );
}
