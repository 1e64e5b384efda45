import { memberEndpoint } from '@/app/api/endpoint';
import { createPreviewLink, previewLinks } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => previewLinks(viewer, params.id ?? '') });

export const POST = memberEndpoint({
  run: ({ viewer, params }) => createPreviewLink(viewer, params.id ?? ''),
});
