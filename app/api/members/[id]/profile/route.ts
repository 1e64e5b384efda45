import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { identifier, identifierOf } from '@/app/api/identifier';
import { changeProfile, profileOf } from '@/lib/members';

const texts = z.record(z.string(), z.string().max(5000));

/** A profile to edit. */
export const GET = memberEndpoint({
  run: ({ viewer, params }) => profileOf(viewer, identifierOf(params.id)),
});

/** Changes a profile. */
export const PUT = memberEndpoint({
  body: z.object({
    names: texts,
    handle: z.string().max(200),
    about: texts,
    links: z.array(z.object({ label: z.string().max(200), url: z.string().max(2000) })).max(50),
    avatarId: identifier.nullable(),
    language: z.string().max(20),
    timeZone: z.string().max(60),
  }),
  run: ({ viewer, params, body }) => changeProfile(viewer, identifierOf(params.id), body),
});
