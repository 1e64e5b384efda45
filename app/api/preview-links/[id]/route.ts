import { memberEndpoint } from '@/app/api/endpoint';
import { revokePreviewLink } from '@/lib/writing';

export const DELETE = memberEndpoint({
  run: ({ viewer, params }) => revokePreviewLink(viewer, params.id ?? ''),
});
