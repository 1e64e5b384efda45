import { memberEndpoint } from '@/app/api/endpoint';
import { withdrawReview } from '@/lib/writing';

export const POST = memberEndpoint({ run: ({ viewer, params }) => withdrawReview(viewer, params.id ?? '') });
