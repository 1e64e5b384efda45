import type { Actor } from '@/lib/audit';
import { db, transaction } from '@/lib/db';
import {
  addRevision,
  createPost,
  ensureCategory,
  ensureTranslation,
  pagePath,
  PostError,
  publish,
} from '@/lib/posts';
import { changeSettings, defaultSettings, settings, type Settings } from '@/lib/settings';
import type { ImageImporter } from './apply-images';
import { defaultPages } from './default-pages';
import type { ImportReport } from './report';
import type { ImportSource } from './types';

/**
 * Fills in settings that nobody has changed yet; what was set here stays.
 *
 * @returns names of the settings that were, or would be, changed.
 */
export async function applySite(
  actor: Actor,
  { site }: ImportSource,
  images: ImageImporter,
  dryRun: boolean,
): Promise<string[]> {
  const language = site.language ?? 'ko';
  const logoMediaId = site.logo ? await images.bring(site.logo, 'logo') : null;
  const wanted: Partial<Settings> = {
    ...(site.title !== null && { name: { [language]: site.title } }),
    ...(site.description !== null && { description: { [language]: site.description } }),
    ...(site.copyright !== null && { copyright: site.copyright }),
    ...(site.menu.length > 0 && {
      menu: site.menu.map(({ label, href }) => ({ labels: { [language]: label }, href })),
    }),
    ...(Object.keys(site.macros).length > 0 && { macros: site.macros }),
    ...(logoMediaId !== null && { logoMediaId }),
  };
  const present = await settings();
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changes = (Object.keys(wanted) as (keyof Settings)[]).filter(
    (key) => same(present[key], defaultSettings[key]) && !same(present[key], wanted[key]),
  );
  if (changes.length > 0 && !dryRun) {
    const change = Object.fromEntries(changes.map((key) => [key, wanted[key]])) as Partial<Settings>;
    await transaction((tx) => changeSettings(tx, actor, change));
  }
  return changes;
}

/**
 * A menu that came with an import leads nowhere without what it names: pages
 * that Nonmun has a text for are made with that, anything else becomes a
 * category, empty for now.
 */
export async function applyMenuTargets(
  actor: Actor,
  { site, documents }: ImportSource,
  dryRun: boolean,
): Promise<ImportReport['made']> {
  const language = site.language ?? 'ko';
  const made: ImportReport['made'] = [];
  for (const { label, href } of site.menu) {
    const slug = /^\/([^/]+)\/$/.exec(href)?.[1];
    if (slug === undefined) continue;
    // In a dry run, what the documents bring is not here yet.
    const isBrought = documents.some(
      ({ kind, category, slug: own }) => (kind === 'page' ? own : category?.slug) === slug,
    );
    if (isBrought) continue;
    const [category, address] = await Promise.all([
      db().category.findUnique({ where: { slug }, select: { id: true } }),
      db().postAddress.findUnique({ where: { path: `/${slug}/` }, select: { postId: true } }),
    ]);
    if (category || address) continue;
    const texts = defaultPages[slug];
    try {
      pagePath(slug);
    } catch (error) {
      // A page of the product's own, such as the tags.
      if (error instanceof PostError) continue;
      throw error;
    }
    made.push({ kind: texts ? 'page' : 'category', path: href });
    if (dryRun) continue;
    await transaction(async (tx) => {
      if (!texts) {
        await ensureCategory(tx, actor, { slug, names: { [language]: label }, descriptions: {} });
        return;
      }
      const postId = await createPost(tx, actor, {
        kind: 'page',
        categoryId: null,
        month: null,
        slug,
        originalLanguage: 'ko',
        guid: `urn:nonmun:page:${slug}`,
        authorIds: [],
        tagIds: [],
      });
      for (const [pageLanguage, { title, source }] of Object.entries(texts)) {
        const translationId = await ensureTranslation(tx, postId, pageLanguage);
        const revision = { title, summary: '', source, authorId: null, reason: 'import' };
        const revisionId = await addRevision(tx, translationId, revision);
        await publish(tx, actor, revisionId, new Date());
        await tx.importRecord.create({
          data: {
            source: `default:${slug}.${pageLanguage}`,
            kind: 'default',
            postId,
            language: pageLanguage,
            digest: '',
            revisionId,
          },
        });
      }
    });
  }
  return made;
}
