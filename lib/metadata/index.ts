export {
  authorPicture,
  categoryPicture,
  postPicture,
  sharePicture,
  sitePicture,
  type Pictured,
  type PictureLink,
} from './pictures';
export { citationTags, type MetaTags } from './citation';
export {
  breadcrumbNode,
  collectionNode,
  paperNode,
  postNode,
  profileNode,
  singlePageNode,
  siteNode,
  structuredText,
  type Collection,
  type Place,
  type Step,
  type Thing,
} from './structured';
