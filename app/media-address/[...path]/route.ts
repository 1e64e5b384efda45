import { mediaAtAddress } from '@/lib/media';
import { parameter } from '@/app/reading';
import { mediaResponse } from '../../media/response';

/** An address that a picture had before, such as `/assets/img/darts.png`. */
export async function GET(_: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  return mediaResponse(await mediaAtAddress(`/${path.map(parameter).join('/')}`));
}
