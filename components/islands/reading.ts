/**
 * The one script of reading pages, loaded in `<head>` as a classic script: it must run before the first paint, for the
 * theme; the rest waits for the document. Everything works without it.
 */
import { prepareAnnouncing } from './announcing';
import { minimiseStops } from './boxes';
import { followReading } from './contents';
import { copyFormulas, copyHeadingLinks, enableCopyButtons } from './copying';
import { listenForFind } from './find-loader';
import { enlargeImages } from './images';
import { showMemberLinks } from './member';
import { placeNotes } from './notes';
import { enableSharing } from './sharing';
import { applyTheme, defineThemeSwitch } from './theme';

document.documentElement.dataset.script = '';
applyTheme();
showMemberLinks();
listenForFind();

document.addEventListener('DOMContentLoaded', () => {
  defineThemeSwitch();
  enableSharing();
  prepareAnnouncing();
  enableCopyButtons();
  if (document.querySelector('.prose') === null) return;
  copyHeadingLinks();
  enlargeImages();
  followReading();
  placeNotes();
  minimiseStops();
});
document.addEventListener('copy', copyFormulas);
