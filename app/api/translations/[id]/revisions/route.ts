import { memberEndpoint } from '@/app/api/endpoint';
import { revisionList } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => revisionList(viewer, params.id ?? '') });
