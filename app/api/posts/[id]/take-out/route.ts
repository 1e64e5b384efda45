import { memberEndpoint } from '@/app/api/endpoint';
import { takeOut } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => takeOut(viewer, params.id ?? '') });
