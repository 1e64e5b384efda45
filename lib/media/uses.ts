import { check, may, notFound, type Viewer } from '@/lib/access';
import { record } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { db, transaction, type Reader } from '@/lib/db';
import { localized, localizePath } from '@/lib/i18n';
import { LibraryError } from './errors';
import { mediaItem } from './library';
import type { MediaDetail, MediaUse } from './views';

/** A picture, as far as finding it in texts is concerned. */
interface Sought {
  id: string;
  hash: string;
  addresses: { path: string }[];
}

const soughtColumns = { id: true, hash: true, addresses: { select: { path: true } } } as const;

/** Where a picture is used, whoever may see it. */
interface Found {
  /** Translations whose texts name it, with the kinds of text. */
  texts: Map<string, { draft: boolean; revisionIds: Set<string> }>;
  leadOf: string[];
  avatarOf: string[];
  isLogo: boolean;
}

/**
 * @param language in which members are named.
 * @returns a picture and where it is used. @throws {AccessError} `not-found`
 */
export async function mediaDetail(viewer: Viewer, id: string, language: string): Promise<MediaDetail> {
  check(viewer, 'media.read');
  const [item, row] = await Promise.all([
    mediaItem(viewer, id, language),
    db().media.findUnique({ where: { id }, select: { ...soughtColumns, ownerId: true } }),
  ]);
  if (!item || !row) throw notFound();
  const found = await find(db(), row);
  const texts = await presentTexts(viewer, found);
  const avatars = await db().member.findMany({
    where: { id: { in: found.avatarOf } },
    select: { handle: true, names: true },
  });
  return {
    item,
    addresses: row.addresses.map(({ path }) => path).sort(),
    uses: [
      ...texts.uses,
      ...avatars.map(({ handle, names }) => ({
        kind: 'avatar' as const,
        handle,
        name: localized(names as Record<string, string>, language) || handle,
      })),
      ...(found.isLogo ? [{ kind: 'logo' as const }] : []),
    ],
    hiddenUses: texts.hidden,
    mayDelete: may(viewer, 'media.delete', { ownerIds: [row.ownerId] }),
  };
}

/**
 * Deletes a picture that nothing uses: no draft, no revision however old, no lead image, no avatar, no logo.
 *
 * @throws {AccessError} @throws {LibraryError} `in-use`
 */
export async function deleteMedia(viewer: Viewer, id: string): Promise<void> {
  const columns = { ...soughtColumns, ownerId: true, name: true } as const;
  const before = await db().media.findUnique({ where: { id }, select: columns });
  if (!before) throw notFound();
  check(viewer, 'media.delete', { ownerIds: [before.ownerId] }, 'media.read');
  // Looked at twice, so that a refusal keeps no one from writing.
  refuseUsed(await find(db(), before));
  await transaction(async (tx) => {
    const row = await tx.media.findUnique({ where: { id }, select: columns });
    if (!row) throw notFound();
    refuseUsed(await find(tx, row));
    await tx.media.delete({ where: { id } });
    await record(tx, viewer, {
      action: 'media.delete',
      subjectType: 'media',
      subjectId: id,
      detail: { name: row.name, hash: row.hash },
    });
    await touch(tx, [tags.media(row.hash), ...(row.addresses.length > 0 ? [tags.mediaAddresses] : [])]);
  });
}

function refuseUsed({ texts, leadOf, avatarOf, isLogo }: Found): void {
  const count = texts.size + leadOf.length + avatarOf.length + (isLogo ? 1 : 0);
  if (count > 0) throw new LibraryError('in-use', { count });
}

async function find(
  reader: Pick<Reader, 'draft' | 'revision' | 'post' | 'member' | 'setting'>,
  media: Sought,
) {
  const spellings = [media.hash, ...media.addresses.flatMap(({ path }) => spellingsOf(path))];
  const where = { OR: spellings.map((contains) => ({ source: { contains } })) };
  // Where a spelling holds wildcards of LIKE, what was found is looked at again.
  const isVague = spellings.some((spelling) => /[%_]/.test(spelling));
  const isNamed = ({ source }: { source?: string }) =>
    source === undefined || spellings.some((spelling) => source.includes(spelling));
  const [drafts, revisions, leads, avatars, documents] = await Promise.all([
    reader.draft.findMany({ where, select: { translationId: true, source: isVague } }),
    reader.revision.findMany({ where, select: { id: true, translationId: true, source: isVague } }),
    reader.post.findMany({ where: { leadMediaId: media.id }, select: { id: true } }),
    reader.member.findMany({ where: { avatarId: media.id }, select: { id: true } }),
    reader.setting.findMany({ select: { document: true } }),
  ]);
  const texts: Found['texts'] = new Map();
  const textOf = (translationId: string) => {
    const text = texts.get(translationId) ?? { draft: false, revisionIds: new Set() };
    texts.set(translationId, text);
    return text;
  };
  for (const draft of drafts.filter(isNamed)) textOf(draft.translationId).draft = true;
  for (const revision of revisions.filter(isNamed)) {
    textOf(revision.translationId).revisionIds.add(revision.id);
  }
  return {
    texts,
    leadOf: leads.map(({ id }) => id),
    avatarOf: avatars.map(({ id }) => id),
    isLogo: documents.some(({ document }) => JSON.stringify(document).includes(media.id)),
  };
}

/** How a source may write an address: as it is, or percent-encoded, in either case. */
function spellingsOf(path: string): string[] {
  const encoded = encodeURI(path);
  return [...new Set([path, encoded, encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])];
}

async function presentTexts(viewer: Viewer, found: Found): Promise<{ uses: MediaUse[]; hidden: number }> {
  const rows = await db().translation.findMany({
    where: { OR: [{ id: { in: [...found.texts.keys()] } }, { postId: { in: found.leadOf } }] },
    select: {
      id: true,
      postId: true,
      language: true,
      state: true,
      publishedRevisionId: true,
      publishedRevision: { select: { title: true } },
      draft: { select: { title: true } },
      post: {
        select: {
          kind: true,
          path: true,
          originalLanguage: true,
          createdById: true,
          authors: { select: { memberId: true } },
        },
      },
    },
    orderBy: { updatedAt: 'desc' },
  });
  const uses: MediaUse[] = [];
  let hidden = 0;
  for (const row of rows) {
    const { post } = row;
    const ownerIds = [post.createdById, ...post.authors.map(({ memberId }) => memberId)];
    const mayRead = post.kind === 'page' ? may(viewer, 'page.write') : may(viewer, 'post.read', { ownerIds });
    const isPublic = row.state === 'published' && row.publishedRevisionId !== null;
    const add = (kind: 'text' | 'lead', where: 'public' | 'draft' | 'past') => {
      if (!mayRead && where !== 'public') {
        hidden += 1;
        return;
      }
      uses.push({
        kind,
        translationId: mayRead ? row.id : null,
        path: isPublic ? localizePath(post.path, row.language) : null,
        title: (mayRead ? row.draft?.title : undefined) || row.publishedRevision?.title || '',
        language: row.language,
        where,
      });
    };
    const text = found.texts.get(row.id);
    if (text) {
      const isShown = isPublic && text.revisionIds.has(row.publishedRevisionId ?? '');
      add('text', isShown ? 'public' : text.draft ? 'draft' : 'past');
    }
    if (found.leadOf.includes(row.postId) && row.language === post.originalLanguage) {
      add('lead', isPublic ? 'public' : 'draft');
    }
  }
  return { uses, hidden };
}
