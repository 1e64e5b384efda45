import { memberEndpoint } from '@/app/api/endpoint';
import { editorView } from '@/lib/writing';

export const GET = memberEndpoint({ run: ({ viewer, params }) => editorView(viewer, params.id ?? '') });
