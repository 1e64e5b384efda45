import { openEndpoint } from '@/app/api/endpoint';
import { reviewDocument } from '@/lib/feeds';

const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
};

/** Drafts that wait for approval, for a feed reader that knows the secret address. */
export const GET = openEndpoint({
  run: async ({ params }) => {
    const body = await reviewDocument(params.secret ?? '');
    return body === null
      ? new Response(null, { status: 404, headers: PRIVATE })
      : new Response(body, {
          headers: { ...PRIVATE, 'Content-Type': 'application/atom+xml; charset=utf-8' },
        });
  },
});
