import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { revokeInvitation } from '@/lib/members';

/** Takes an invitation back. */
export const DELETE = memberEndpoint({
  run: ({ viewer, params }) => revokeInvitation(viewer, identifierOf(params.id)),
});
