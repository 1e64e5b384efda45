import { mediaFile } from '@/lib/media';
import { mediaResponse } from '../response';

/** `/media/<hash>.<extension>` */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  return mediaResponse(await mediaFile((await params).file));
}
