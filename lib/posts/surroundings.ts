import { tags } from '@/lib/cache';
import type { Transaction } from '@/lib/db';

/** Tags of the lists that hold a post, and of the posts beside it. */
export async function surroundings(tx: Transaction, postId: string): Promise<string[]> {
  const post = await tx.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      id: true,
      categoryId: true,
      listedAt: true,
      authors: { select: { memberId: true } },
      tags: { select: { tagId: true } },
      papers: { select: { paperId: true } },
    },
  });
  const { listedAt } = post;
  const beside: string[] = [];
  if (listedAt !== null && post.categoryId !== null) {
    // One after the other: a transaction has one connection.
    for (const order of ['desc', 'asc'] as const) {
      const neighbour = await tx.post.findFirst({
        where: {
          categoryId: post.categoryId,
          id: { not: post.id },
          listedAt: order === 'desc' ? { lte: listedAt } : { gte: listedAt },
        },
        orderBy: [{ listedAt: order }, { id: order }],
        select: { id: true },
      });
      if (neighbour) beside.push(tags.post(neighbour.id));
    }
  }
  return [
    tags.post(postId),
    tags.list,
    tags.archive,
    tags.addresses,
    ...(post.categoryId === null ? [] : [tags.categoryList(post.categoryId)]),
    ...post.authors.map(({ memberId }) => tags.authorList(memberId)),
    ...post.tags.map(({ tagId }) => tags.tagList(tagId)),
    ...post.papers.map(({ paperId }) => tags.paperList(paperId)),
    ...beside,
  ];
}
