import { check } from '@/lib/access';
import { db } from '@/lib/db';
import { memberColumns, presentMember } from '@/lib/members';
import { labelOf } from './names';
import type { Writer } from './rights';
import type { DetailChoices } from './types';

/** Most tags that are offered; any other can be typed. */
const MOST_TAGS = 2_000;

/** @returns what the form of the details lets one choose from, named in the viewer's language. */
export async function detailChoices(viewer: Writer): Promise<DetailChoices> {
  check(viewer, 'member.read');
  const { language } = viewer;
  const [categories, members, tags] = await Promise.all([
    db().category.findMany({
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: { id: true, slug: true, names: true },
    }),
    db().member.findMany({ select: memberColumns }),
    db().tag.findMany({
      orderBy: [{ posts: { _count: 'desc' } }, { slug: 'asc' }],
      take: MOST_TAGS,
      select: { slug: true, names: true },
    }),
  ]);
  return {
    categories: categories.map((row) => ({ id: row.id, slug: row.slug, name: labelOf(row, language) })),
    members: members
      .map((row) => {
        const { handle, name, avatar } = presentMember(row, language);
        return { id: row.id, handle, name: name || handle, avatar };
      })
      .sort((a, b) => a.name.localeCompare(b.name, language)),
    tags: [...new Set(tags.map((row) => labelOf(row, language)))],
  };
}
