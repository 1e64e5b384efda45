import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { suspend } from '@/lib/members';

/** Shuts a member out. */
export const POST = memberEndpoint({ run: ({ viewer, params }) => suspend(viewer, identifierOf(params.id)) });
