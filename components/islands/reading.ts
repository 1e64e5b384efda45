/**
 * The one script of reading pages, loaded in `<head>` as a classic script: it must run before the first paint, for the
 * theme; the rest waits for the document. Everything works without it.
 */
import { followReading } from './contents';
import { copyFormulas, enableCopyButtons } from './copying';
import { listenForFind } from './find-loader';
import { enlargeImages } from './images';
import { showMemberLinks } from './member';
import { enableSharing } from './sharing';
import { applyTheme, defineThemeSwitch } from './theme';

document.documentElement.dataset.script = '';
applyTheme();
showMemberLinks();
listenForFind();

document.addEventListener('DOMContentLoaded', () => {
  defineThemeSwitch();
  enableCopyButtons();
  enableSharing();
  enlargeImages();
  followReading();
});
document.addEventListener('copy', copyFormulas);
