/** The door for client components: nothing here needs Node. On the server, use the room's index. */
export { Article, articleElement, type Preview } from './article';
export { rendererVersion } from './version';
