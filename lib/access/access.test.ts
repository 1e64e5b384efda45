import { describe, expect, test } from 'vitest';
import { ACTS, check, may, notFound, ROLES, TABLE, type Act, type Role, type Standing, type Viewer } from '.';

const yes = true;
const no = false;

/**
 * Every cell: by role, whether one may do it to one's own thing, to another's, and where there is no thing yet. Written
 * out a second time on purpose, so that a change of the rules is a change of two places.
 */
const CELLS: Record<Act, Record<Standing, [own: boolean, others: boolean, nothing: boolean]>> = {
  'post.create': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.read': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.write': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.publish': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.approve': {
    reader: [no, no, no],
    member: [no, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.hide': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.discard': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'post.share': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'page.write': {
    reader: [no, no, no],
    member: [no, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'paper.create': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'paper.write': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'tag.create': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'media.upload': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'media.read': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'media.delete': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'member.read': {
    reader: [no, no, no],
    member: [yes, yes, yes],
    editor: [yes, yes, yes],
    administrator: [yes, yes, yes],
  },
  'profile.write': {
    reader: [no, no, no],
    member: [yes, no, no],
    editor: [yes, no, no],
    administrator: [yes, yes, yes],
  },
  'member.manage': {
    reader: [no, no, no],
    member: [no, no, no],
    editor: [no, no, no],
    administrator: [yes, yes, yes],
  },
  'settings.write': {
    reader: [no, no, no],
    member: [no, no, no],
    editor: [no, no, no],
    administrator: [yes, yes, yes],
  },
  'audit.read': {
    reader: [no, no, no],
    member: [no, no, no],
    editor: [no, no, no],
    administrator: [yes, yes, yes],
  },
};

const own = { ownerIds: ['somebody', 'me'] };
const others = { ownerIds: ['somebody', null] };
const as = (role: Standing): Viewer | null => (role === 'reader' ? null : { memberId: 'me', role });

const rows = Object.entries(CELLS).flatMap(([act, byRole]) =>
  Object.entries(byRole).map(
    ([role, cells]) => [act as Act, role as Standing, cells] as [Act, Standing, boolean[]],
  ),
);

test('the table has no act and no role beside these', () => {
  expect(Object.keys(CELLS).sort()).toEqual([...ACTS].sort());
  for (const act of ACTS) expect(Object.keys(TABLE[act]).sort()).toEqual(['reader', ...ROLES].sort());
});

describe.each(rows)('%s as %s', (act, role, cells) => {
  test('is allowed exactly where the cells say so', () => {
    const viewer = as(role);
    expect([may(viewer, act, own), may(viewer, act, others), may(viewer, act)]).toEqual(cells);
  });

  test('is checked to the same effect', () => {
    const viewer = as(role);
    [own, others, undefined].forEach((thing, index) => {
      const asked = () => check(viewer, act, thing);
      if (cells[index]) expect(asked).not.toThrow();
      else expect(asked).toThrow(expect.objectContaining({ kind: viewer ? 'forbidden' : 'not-signed-in' }));
    });
  });
});

test('nobody owns what has no owner', () => {
  expect(may(as('member'), 'post.write', { ownerIds: [] })).toBe(false);
  expect(may(as('member'), 'post.write', { ownerIds: [null] })).toBe(false);
});

test('what one may not see is told like what does not exist', () => {
  const member: Role = 'member';
  let told: unknown;
  try {
    check(as(member), 'post.write', others, 'post.read');
  } catch (error) {
    told = error;
  }
  expect(told).toEqual(notFound());
  expect(() => check(as(member), 'post.approve', own, 'post.read')).toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});
