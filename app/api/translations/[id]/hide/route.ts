import { memberEndpoint } from '@/app/api/endpoint';
import { hide } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => hide(viewer, params.id ?? '') });
