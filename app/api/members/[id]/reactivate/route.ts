import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { reactivate } from '@/lib/members';

/** Lets a suspended member in again. */
export const POST = memberEndpoint({
  run: ({ viewer, params }) => reactivate(viewer, identifierOf(params.id)),
});
