export { deskQuery } from './address';
export { DeskLine } from './DeskLine';
export { DeskLists, Needs } from './DeskLists';
export { NewPost, NewPostForm } from './NewPost';
export { SinglePages } from './SinglePages';
