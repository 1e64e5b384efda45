import { localizePath, type I18n } from '@/lib/i18n';
import type { AuthorView } from '@/lib/posts/views';
import { Avatar, hrefOf, Icon } from '../ui';

/** An author's links, named as the author named them. */
export function AuthorLinks({ author, i18n: { t } }: { author: AuthorView; i18n: I18n }) {
  if (author.links.length === 0) return null;
  return (
    <ul className="author-links" aria-label={t('post.profileLinks', { name: author.name })}>
      {author.links.map(({ label, url }) => (
        <li key={url}>
          <a href={url} rel="noopener me">
            <Icon name={url.startsWith('mailto:') ? 'mail' : 'link'} />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who wrote this, at the end of a post. */
export function ProfileCard({ author, i18n }: { author: AuthorView; i18n: I18n }) {
  return (
    <section className="profile" aria-label={i18n.t('post.profile', { name: author.name })}>
      <Avatar author={author} size={72} />
      <div>
        <p className="profile-name">
          <a href={hrefOf(localizePath(`/authors/${author.handle}/`, i18n.locale))}>{author.name}</a>
        </p>
        {author.about !== '' && <p className="profile-about">{author.about}</p>}
        <AuthorLinks author={author} i18n={i18n} />
      </div>
    </section>
  );
}
