import { memberEndpoint } from '@/app/api/endpoint';
import { show } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => show(viewer, params.id ?? '') });
