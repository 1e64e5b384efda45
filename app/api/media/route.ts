import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { mediaPage, readUpload, uploadImage } from '@/lib/media';

export const GET = memberEndpoint({
  query: z.object({
    q: z.string().max(500).default(''),
    cursor: z.string().max(100).optional(),
    mine: z.literal('1').optional(),
  }),
  run: ({ viewer, query }) =>
    mediaPage(
      viewer,
      { words: query.q, isMine: query.mine !== undefined, cursor: query.cursor ?? null },
      viewer.language,
    ),
});

/** The body is the picture, as it is. */
export const POST = memberEndpoint({
  query: z.object({ name: z.string().max(2_000).default('') }),
  run: async ({ viewer, query, request }) => {
    const announced = request.headers.get('content-length');
    const bytes = await readUpload(request.body, announced === null ? null : Number(announced));
    return uploadImage(viewer, { bytes, name: query.name });
  },
});
