import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { makeMember } from '@/lib/members/testing';
import { mediaFile, readUpload, uploadImage } from '.';
import { canvas, heicPhotograph, movingGif } from './testing';

useDatabase();

const place = { IFD0: { Make: 'Own camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 30/1 0/1' } };

const stored = async (src: string) => {
  const file = await mediaFile(src.replace('/media/', ''));
  if (!file) throw new Error(`nothing at ${src}`);
  return Buffer.from(file.bytes);
};

describe('an upload', () => {
  test.each([
    ['PNG', () => canvas(60, 20).withExif(place).png(), 'image/png'],
    ['JPEG', () => canvas(60, 20).withExif(place).jpeg(), 'image/jpeg'],
    ['WebP', () => canvas(60, 20).withExif(place).webp(), 'image/webp'],
    ['GIF', () => canvas(60, 20).gif(), 'image/gif'],
    ['AVIF', () => canvas(60, 20).withExif(place).avif({ effort: 0 }), 'image/webp'],
  ])('of %s is kept without what is not picture', async (_, make, type) => {
    const viewer = await makeMember();
    const bytes = await make().toBuffer();
    const image = await uploadImage(viewer, { bytes, name: 'C:\\사진\\figure\u202e.png' });
    expect(image).toMatchObject({ name: 'figure.png', width: 60, height: 20, variants: [] });
    const kept = await stored(image.src);
    const { exif, format } = await sharp(kept).metadata();
    expect(exif).toBeUndefined();
    expect(`image/${format}`).toBe(type);
    expect(kept.includes('Own camera')).toBe(false);
    const row = await db().media.findUniqueOrThrow({ where: { id: image.id } });
    expect(row).toMatchObject({ type, ownerId: viewer.memberId });
    expect(await db().auditEvent.count({ where: { action: 'media.keep', actorId: viewer.memberId } })).toBe(
      1,
    );
  });

  test('of HEIC becomes what every browser shows, without the place', async () => {
    const viewer = await makeMember();
    expect((await sharp(heicPhotograph).metadata()).exif).toBeDefined();
    const image = await uploadImage(viewer, { bytes: heicPhotograph, name: 'IMG_2034.HEIC' });
    expect(image).toMatchObject({ width: 96, height: 64, name: 'IMG_2034.HEIC' });
    const kept = await stored(image.src);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 96 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    const { data, info } = await sharp(kept).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 2)];
    expect(at(0, 0)[0]).toBeLessThan(40);
    expect(at(95, 0)[0]).toBeGreaterThan(210);
    expect(at(0, 63)[1]).toBeGreaterThan(210);
  });

  test('of a moving picture goes on moving', async () => {
    const viewer = await makeMember();
    for (const bytes of [
      await movingGif(5, 30, 20),
      await sharp(await movingGif(5, 30, 20), { animated: true })
        .webp()
        .toBuffer(),
    ]) {
      const image = await uploadImage(viewer, { bytes, name: 'moving' });
      expect(image).toMatchObject({ width: 30, height: 20 });
      expect((await sharp(await stored(image.src), { animated: true }).metadata()).pages).toBe(5);
    }
  });

  test('that comes twice, even at once and by others, is one picture', async () => {
    const [one, other] = [await makeMember(), await makeMember()];
    const bytes = await canvas(600, 400).jpeg().toBuffer();
    const images = await Promise.all([
      uploadImage(one, { bytes, name: 'a.jpg' }),
      uploadImage(one, { bytes, name: 'a.jpg' }),
      uploadImage(other, { bytes, name: 'b.jpg' }),
    ]);
    expect(new Set(images.map(({ id }) => id)).size).toBe(1);
    expect(images[0].variants.map(({ width }) => width)).toEqual([480]);
    expect(await db().media.count()).toBe(1);
  });

  const half = async (make: Promise<Buffer>) => {
    const whole = await make;
    return whole.subarray(0, Math.floor(whole.length * 0.6));
  };
  const noisy = () =>
    sharp({
      create: {
        width: 200,
        height: 150,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 120, sigma: 30 },
      },
    });

  test.each([
    ['nothing', () => Buffer.alloc(0), 'image-empty', 'invalid'],
    ['text', () => Buffer.from('hello'), 'image-not-an-image', 'unsupported'],
    [
      'a web page',
      () => Buffer.from('<!doctype html><script>1</script>'),
      'image-not-an-image',
      'unsupported',
    ],
    [
      'a renamed program',
      () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
      'image-other-file',
      'unsupported',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'image-other-file', 'unsupported'],
    ['a drawing', () => Buffer.from('<?xml version="1.0"?>\n<svg/>'), 'image-svg', 'unsupported'],
    [
      'a drawing in UTF-16',
      () => Buffer.from('\ufeff<svg xmlns="x">', 'utf16le'),
      'image-svg',
      'unsupported',
    ],
    ['too many bytes', () => Buffer.alloc(20 * 1024 * 1024 + 1), 'image-too-many-bytes', 'too-large'],
    ['too many pixels', () => canvas(9000, 9000).png().toBuffer(), 'image-too-many-pixels', 'too-large'],
    ['too many frames', () => movingGif(1001, 8, 8), 'image-too-many-frames', 'too-large'],
    ['half a PNG', () => half(noisy().png().toBuffer()), 'image-damaged', 'invalid'],
    ['half a JPEG', () => half(noisy().jpeg().toBuffer()), 'image-damaged', 'invalid'],
    ['half a WebP', () => half(noisy().webp().toBuffer()), 'image-damaged', 'invalid'],
    ['half a GIF', () => half(noisy().gif().toBuffer()), 'image-damaged', 'invalid'],
    ['half an AVIF', () => half(noisy().avif({ effort: 0 }).toBuffer()), 'image-damaged', 'invalid'],
    ['half a HEIC', () => heicPhotograph.subarray(0, 900), 'image-damaged', 'invalid'],
    [
      'a HEIC that the decoder cannot make sense of',
      () => {
        const settings = heicPhotograph.indexOf('hvcC') + 26;
        return Buffer.from(heicPhotograph).fill(0, settings, settings + 70);
      },
      'image-heic-unreadable',
      'unsupported',
    ],
  ])('of %s is refused, and nothing is kept', async (_, make, code, kind) => {
    const viewer = await makeMember();
    const bytes = await make();
    await expect(uploadImage(viewer, { bytes, name: 'x.png' })).rejects.toMatchObject({ code, kind });
    expect(await db().media.count()).toBe(0);
    expect(await db().mediaBlob.count()).toBe(0);
  });

  test('by someone without an account is refused', async () => {
    const bytes = await canvas(10, 10).png().toBuffer();
    await expect(uploadImage(null as never, { bytes, name: 'x' })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  test('too often waits', async () => {
    const viewer = await makeMember();
    await uploadImage(viewer, { bytes: await canvas(10, 10).png().toBuffer(), name: 'x' });
    const { transaction } = await import('@/lib/db');
    await transaction((tx) =>
      tx.throttle.updateMany({
        where: { key: `upload:member:${viewer.memberId}` },
        data: { attempts: 200 },
      }),
    );
    const bytes = await canvas(11, 10).png().toBuffer();
    await expect(uploadImage(viewer, { bytes, name: 'x' })).rejects.toMatchObject({
      code: 'media-throttled',
      values: { minutes: 10 },
    });
    expect(await db().media.count()).toBe(1);
  });
});

describe('the body of an upload', () => {
  const streamOf = (...parts: number[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const size of parts) controller.enqueue(new Uint8Array(size));
        controller.close();
      },
    });

  test('is read to its end', async () => {
    expect((await readUpload(streamOf(10, 20), 30)).byteLength).toBe(30);
    expect((await readUpload(streamOf(10, 20), null)).byteLength).toBe(30);
  });

  test.each([
    ['nothing', [], null, 'image-empty'],
    ['too much, as announced', [1], 30_000_000, 'image-too-many-bytes'],
    ['too much, without saying so', [15_000_000, 15_000_000], null, 'image-too-many-bytes'],
    ['less than announced', [10], 30, 'media-interrupted'],
  ])('of %s is refused', async (_, parts, announced, code) => {
    await expect(readUpload(streamOf(...parts), announced)).rejects.toMatchObject({ code });
  });

  test('that breaks off is said to', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('aborted'));
      },
    });
    await expect(readUpload(broken, 10)).rejects.toMatchObject({ code: 'media-interrupted' });
  });
});
