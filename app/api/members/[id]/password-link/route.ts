import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { issuePasswordLink } from '@/lib/members';

/** Makes a password link to pass on. */
export const POST = memberEndpoint({
  run: ({ viewer, params }) => issuePasswordLink(viewer, identifierOf(params.id)),
});
