import type { AuthorView } from '@/lib/posts/views';

/** A member's picture, or the first letter of the name in a square of manuscript paper. Decorative: the name is beside it. */
export function Avatar({
  author,
  size = 28,
}: {
  author: Pick<AuthorView, 'name' | 'avatar'>;
  /** Pixels of one side. */
  size?: number;
}) {
  if (author.avatar !== null) {
    return (
      <img
        className="avatar"
        src={author.avatar.src}
        alt=""
        width={size}
        height={size}
        loading="lazy"
        decoding="async"
      />
    );
  }
  const [initial = '·'] = author.name.trim();
  return (
    <span
      className="avatar avatar-letter"
      style={{ width: size, height: size, fontSize: size * 0.52 }}
      aria-hidden="true"
    >
      {initial}
    </span>
  );
}
