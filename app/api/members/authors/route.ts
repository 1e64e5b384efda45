import { memberEndpoint } from '@/app/api/endpoint';
import { authorChoices } from '@/lib/members';

/** Whom one can name as authors. */
export const GET = memberEndpoint({ run: ({ viewer }) => authorChoices(viewer, viewer.language) });
