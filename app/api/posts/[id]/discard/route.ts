import { memberEndpoint } from '@/app/api/endpoint';
import { discard } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => discard(viewer, params.id ?? '') });
