import { tags, touch } from '@/lib/cache';
import { LISTED_POST, type Transaction } from '@/lib/db';

/**
 * Brings in step what papers keep of the public posts about them: how many there are, and when the newest was listed.
 * Part of every transaction that changes either.
 */
export async function refreshPaperCounts(tx: Transaction, paperIds: Iterable<string>): Promise<void> {
  for (const id of new Set(paperIds)) {
    const before = await tx.paper.findUnique({ where: { id }, select: { posts: true, listedAt: true } });
    if (!before) continue;
    const { _count, _max } = await tx.post.aggregate({
      where: { ...LISTED_POST, papers: { some: { paperId: id } } },
      _count: true,
      _max: { listedAt: true },
    });
    if (before.posts === _count && before.listedAt?.getTime() === _max.listedAt?.getTime()) continue;
    await tx.paper.update({ where: { id }, data: { posts: _count, listedAt: _max.listedAt } });
    await touch(tx, [tags.papers, tags.paper(id)]);
  }
}
