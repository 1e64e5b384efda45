export type { RequestHandler } from './capture';
export { clientReader, type Client } from './client-address';
export { errorDocument, type ErrorStatus } from './errors';
export type { Freshness } from './keeper';
export { createSiteServer, type SiteServer } from './lifecycle';
export { createSite, type Site, type SiteEvent, type SiteOptions } from './site';
