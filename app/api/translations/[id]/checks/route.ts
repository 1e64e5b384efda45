import { memberEndpoint } from '@/app/api/endpoint';
import { checkList } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => checkList(viewer, params.id ?? '') });
