import { memberEndpoint } from '@/app/api/endpoint';
import { managedMembers } from '@/lib/members';

/** Everyone, for administrators. */
export const GET = memberEndpoint({ run: ({ viewer }) => managedMembers(viewer) });
