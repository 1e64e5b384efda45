import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { identifier, identifierOf } from '@/app/api/identifier';
import { handOver } from '@/lib/auth';

/** Hands an imported author to a member, posts and all. */
export const POST = memberEndpoint({
  body: z.object({ memberId: identifier }),
  run: ({ viewer, params, body: { memberId } }) => handOver(viewer, identifierOf(params.id), memberId),
});
