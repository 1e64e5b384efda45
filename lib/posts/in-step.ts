import type { Transaction } from '@/lib/db';
import { refreshPaperCounts } from '@/lib/papers';
import { refreshIndex } from './indexing';

/**
 * Brings in step what is derived from what readers see of a post: the index of the search, and what its papers keep of
 * the posts about them. Part of every transaction that changes it.
 *
 * @param formerPaperIds papers that it is no longer about.
 */
export async function keepInStep(
  tx: Transaction,
  postId: string,
  formerPaperIds: string[] = [],
): Promise<void> {
  await refreshIndex(tx, postId);
  const papers = await tx.postPaper.findMany({ where: { postId }, select: { paperId: true } });
  await refreshPaperCounts(tx, [...papers.map(({ paperId }) => paperId), ...formerPaperIds]);
}
