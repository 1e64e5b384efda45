import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/audit';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import {
  findUploaded,
  giveAddress,
  imagesByAddress,
  keepMedia,
  mediaAtAddress,
  MediaError,
  mediaFacts,
  mediaFile,
  mediaPath,
  namedAddresses,
  prepareMedia,
} from '.';

useDatabase();

const actor: Actor = { label: 'shell' };

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 90 } } });

async function keep(bytes: Uint8Array, name = 'figure.png') {
  const prepared = await prepareMedia(bytes, name);
  return transaction((tx) => keepMedia(tx, actor, prepared));
}

describe('an upload', () => {
  test('is kept once, however often it comes, under an address made of its content', async () => {
    const bytes = await canvas(40, 30).png().toBuffer();
    expect(await findUploaded(bytes)).toBeNull();
    const id = await keep(bytes);
    expect(await keep(bytes, 'other-name.png')).toBe(id);
    expect(await findUploaded(bytes)).toBe(id);
    const media = await db().media.findUniqueOrThrow({ where: { id } });
    const file = await mediaFile(mediaPath(media).replace('/media/', ''));
    expect(file?.type).toBe('image/png');
    expect(await sharp(file?.bytes).metadata()).toMatchObject({ format: 'png', width: 40, height: 30 });
    expect(await mediaFacts([mediaPath(media), '/media/unknown.png'])).toEqual(
      new Map([[mediaPath(media), { type: 'image/png', size: media.size }]]),
    );
  });

  test('loses where it was taken, and stands upright', async () => {
    const bytes = await canvas(60, 20)
      .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { encoded } = await prepareMedia(bytes, 'photo.jpg');
    expect(encoded).toMatchObject({ type: 'image/jpeg', width: 20, height: 60 });
    expect((await sharp(encoded.bytes).metadata()).exif).toBeUndefined();
  });

  test('becomes narrower variants where it is wide', async () => {
    const id = await keep(await canvas(1000, 500).png().toBuffer());
    await transaction((tx) => giveAddress(tx, id, '/assets/img/그림.png'));
    const image = (await imagesByAddress(['/assets/img/그림.png', '/nothing.png'])).get(
      '/assets/img/그림.png',
    );
    expect(image).toMatchObject({ width: 1000, height: 500, variants: [{ width: 480 }, { width: 960 }] });
    const variant = await mediaFile((image?.variants[0]?.src ?? '').replace('/media/', ''));
    expect(variant?.type).toBe('image/webp');
    expect(await sharp(variant?.bytes).metadata()).toMatchObject({ width: 480, height: 240 });
    expect((await imagesByAddress([image?.src ?? ''])).get(image?.src ?? '')).toEqual(image);
  });

  test.each([
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
      'image/png',
    ],
  ])('%s is drawn as pixels', async (_, svg, type) => {
    const { encoded } = await prepareMedia(Buffer.from(svg), 'drawing.svg');
    expect(encoded.type).toBe(type);
    expect(Buffer.from(encoded.bytes).includes('script')).toBe(false);
  });

  test('stays moving where it moved', async () => {
    const frames = await Promise.all(
      [0, 128, 255].map((shade) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: shade, b: shade } } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { encoded } = await prepareMedia(gif, 'moving.gif');
    expect(encoded).toMatchObject({ type: 'image/gif', width: 8, height: 8 });
    expect((await sharp(encoded.bytes, { animated: true }).metadata()).pages).toBe(3);
  });

  test.each([
    ['text', Buffer.from('hello'), 'not-an-image'],
    ['a renamed program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'other-file'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-an-image'],
    ['more than is allowed', Buffer.alloc(20 * 1024 * 1024 + 1), 'too-many-bytes'],
  ])('%s is refused', async (_, bytes, fault) => {
    await expect(prepareMedia(bytes, 'x.png')).rejects.toMatchObject({ fault });
    await expect(prepareMedia(bytes, 'x.png')).rejects.toBeInstanceOf(MediaError);
  });

  test('a bomb of pixels and a broken file are refused', async () => {
    const bomb = await canvas(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    await expect(prepareMedia(bomb, 'bomb.png')).rejects.toMatchObject({ fault: 'too-many-pixels' });
    const whole = await canvas(300, 300).jpeg().toBuffer();
    await expect(prepareMedia(whole.subarray(0, whole.length / 2), 'half.jpg')).rejects.toMatchObject({
      fault: 'damaged',
    });
  });
});

describe('an address from before', () => {
  test('answers with the picture, until it is given another', async () => {
    const first = await keep(await canvas(10, 10).png().toBuffer());
    const second = await keep(await canvas(20, 20).png().toBuffer());
    expect(await mediaAtAddress('/assets/img/a.png')).toBeNull();
    expect(await transaction((tx) => giveAddress(tx, first, '/assets/img/a.png'))).toBe(true);
    expect(await transaction((tx) => giveAddress(tx, first, '/assets/img/a.png'))).toBe(false);
    expect((await mediaAtAddress('/assets/img/a.png'))?.type).toBe('image/png');
    expect(await transaction((tx) => giveAddress(tx, second, '/assets/img/a.png'))).toBe(true);
    const { hash } = await db().media.findUniqueOrThrow({ where: { id: second } });
    expect((await mediaAtAddress('/assets/img/a.png'))?.hash).toBe(hash);
  });

  test.each([
    '',
    '..',
    'x.png',
    `${'a'.repeat(64)}.png`,
    `${'a'.repeat(64)}-480.webp`,
    `${'A'.repeat(64)}.png`,
  ])('there is nothing at /media/%s', async (file) => {
    expect(await mediaFile(file)).toBeNull();
  });

  test('no other name of a picture leads to it', async () => {
    const id = await keep(await canvas(10, 10).png().toBuffer());
    const { hash } = await db().media.findUniqueOrThrow({ where: { id } });
    expect(await mediaFile(`${hash}.png`)).not.toBeNull();
    expect(await mediaFile(`${hash}.html`)).toBeNull();
    expect(await mediaFile(`${hash}-480.png`)).toBeNull();
  });
});

test('addresses that a source names are found, however they are written', () => {
  const source = [
    '![a](/img/a.png) ![b](</img/b c.png> "title") ![c](/img/c_(1).png)',
    '[ref]: /img/d.png "t"',
    '<img src="/img/e.png"> <img alt=x src=/img/f.png> <img src=\'/img/한글.png\'>',
    '![g](/img/%ED%95%9C.png)',
  ].join('\n\n');
  expect(namedAddresses(source)).toEqual(
    expect.arrayContaining([
      '/img/a.png',
      '/img/b c.png',
      '/img/c_(1).png',
      '/img/d.png',
      '/img/e.png',
      '/img/f.png',
      '/img/한글.png',
      '/img/한.png',
    ]),
  );
});
