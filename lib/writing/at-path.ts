import { notFound } from '@/lib/access';
import { db } from '@/lib/db';
import { checkPost, ownerColumns, type Writer } from './rights';

/**
 * Which text readers see at an address.
 *
 * @param path without language prefix, decoded; one from before will do.
 * @param language of the page; where the post lacks it, its original is what the page shows.
 * @returns id of the translation.
 * @throws {AccessError} `not-found`.
 */
export async function translationAt(viewer: Writer, path: string, language: string): Promise<string> {
  const address = await db().postAddress.findUnique({
    where: { path: path.normalize('NFC') },
    select: {
      post: {
        select: {
          ...ownerColumns,
          originalLanguage: true,
          translations: { select: { id: true, language: true } },
        },
      },
    },
  });
  if (!address) throw notFound();
  const { post } = address;
  checkPost(viewer, 'post.read', post);
  const inLanguage = (wanted: string) => post.translations.find((it) => it.language === wanted);
  const translation = inLanguage(language) ?? inLanguage(post.originalLanguage) ?? post.translations[0];
  if (!translation) throw notFound();
  return translation.id;
}
