import { memberEndpoint } from '@/app/api/endpoint';
import { unschedule } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => unschedule(viewer, params.id ?? '') });
