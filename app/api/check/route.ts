import { z } from 'zod';
import { memberEndpoint } from '@/app/api/endpoint';
import { checkNames } from '@/lib/writing';

const name = z.string().min(1).max(2_048);

const body = z.object({
  translationId: z.string().min(1).max(100),
  images: z.array(name).max(300),
  links: z.array(name).max(300),
});

/** Which of the images and links of a text exist. Changes nothing; a POST because addresses would not fit a query. */
export const POST = memberEndpoint({
  body,
  run: ({ viewer, body: { translationId, images, links } }) =>
    checkNames(viewer, translationId, { images, links }),
});
