import type { Metadata } from 'next';
import { cache } from 'react';
import { StructuredData } from '@/app/machines';
import { pageMetadata, parameter, reading } from '@/app/reading';
import { PostArticle, SiteShell } from '@/components/reading';
import { localizePath } from '@/lib/i18n';
import { breadcrumbNode, citationTags, postNode, postPicture } from '@/lib/metadata';
import { cite, postPage } from '@/lib/posts';
import { redirectFormer } from '../../../former';

interface Props {
  params: Promise<{ locale: string; section: string; month: string; slug: string }>;
}

const postAt = cache(postPage);

async function pathOf(params: Props['params']) {
  const { locale, section, month, slug } = await params;
  return { locale, path: `/${parameter(section)}/${parameter(month)}/${parameter(slug)}/` };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, path } = await pathOf(params);
  const post = await postAt(path, locale);
  if (!post) return {};
  const context = await reading(locale);
  return pageMetadata(context, {
    title: post.title,
    description: post.excerptText,
    path,
    languages: post.languages,
    contentLanguage: post.language,
    picture: postPicture(context.site, post),
    tags: citationTags(context.site, post),
    ...(post.category && { feed: { path: `/${post.category.slug}/index.xml`, name: post.category.name } }),
    article: {
      publishedAt: post.publishedAt,
      revisedAt: post.revisedAt,
      authors: post.authors.map(({ name, handle }) => ({ name, path: `/authors/${handle}/` })),
      tags: post.tags.map(({ name }) => name),
      section: post.category?.name,
    },
  });
}

/** `/<category>/<YYYY-MM>/<slug>/` */
export default async function Page({ params }: Props) {
  const { locale, path } = await pathOf(params);
  const context = await reading(locale);
  const { i18n, site } = context;
  const post = await postAt(path, locale);
  if (!post) return redirectFormer(path, locale);
  const feed = post.category && {
    href: localizePath(`/${post.category.slug}/index.xml`, locale),
    name: post.category.name,
  };
  const way = post.category
    ? [
        { name: post.category.name, path: `/${post.category.slug}/` },
        ...(post.month
          ? [{ name: i18n.format.month(post.month), path: `/${post.category.slug}/${post.month}/` }]
          : []),
      ]
    : [];
  return (
    <>
      <SiteShell site={site} i18n={i18n} path={path} feed={feed ?? undefined} isText>
        <PostArticle post={post} published={cite(post, site, locale)} i18n={i18n} />
      </SiteShell>
      <StructuredData
        nodes={[
          postNode(context, post, postPicture(site, post)),
          breadcrumbNode(context, [...way, { name: post.title, path }]),
        ]}
      />
    </>
  );
}
