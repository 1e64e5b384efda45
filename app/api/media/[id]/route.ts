import { memberEndpoint } from '@/app/api/endpoint';
import { deleteMedia, mediaDetail } from '@/lib/media';

export const GET = memberEndpoint({
  run: ({ viewer, params }) => mediaDetail(viewer, params.id ?? '', viewer.language),
});

export const DELETE = memberEndpoint({
  run: ({ viewer, params }) => deleteMedia(viewer, params.id ?? ''),
});
