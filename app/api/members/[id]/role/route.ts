import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { identifierOf } from '@/app/api/identifier';
import { ROLES } from '@/lib/access';
import { setRole } from '@/lib/members';

/** Gives a member another role. */
export const PUT = memberEndpoint({
  body: z.object({ role: z.enum(ROLES) }),
  run: ({ viewer, params, body: { role } }) => setRole(viewer, identifierOf(params.id), role),
});
