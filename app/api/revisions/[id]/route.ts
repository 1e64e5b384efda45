import { memberEndpoint } from '@/app/api/endpoint';
import { revisionView } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => revisionView(viewer, params.id ?? '') });
