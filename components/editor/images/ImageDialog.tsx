'use client';

import { useState } from 'react';
import { Button, Dialog, Field, SelectField, TextAreaField, useI18n } from '../../desk';
import type { ImageFacts, ImageInText } from './syntax';

/** Shares of the column that can be chosen, in percent. */
const PARTS = [25, 33, 50, 66, 75, 100];

/** Alternative text, caption and width of an image in the text. */
export function ImageDialog({
  image,
  onApply,
  onClose,
}: {
  image: ImageInText;
  onApply: (facts: ImageFacts) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [alt, setAlt] = useState(image.alt);
  const [caption, setCaption] = useState(image.caption);
  const [width, setWidth] = useState(image.width);
  const isKnownWidth = image.width === '' || PARTS.some((percent) => image.width === `${percent}%`);
  const src = /^\/(?!\/)/.test(image.src) ? image.src : null;
  return (
    <Dialog title={t('images.imageTitle')} onClose={onClose}>
      <form
        className="image-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onApply({ src: image.src, rest: image.rest, alt, caption, width });
        }}
      >
        {src !== null && <img className="image-dialog-picture" src={src} alt="" />}
        <Field label={t('images.altLabel')} hint={t('images.altHint')}>
          {(control) => (
            <textarea
              {...control}
              // What the dialog is opened for; React's own attribute would come before the dialog is shown.
              ref={(element) => element?.setAttribute('autofocus', '')}
              className="control"
              rows={2}
              maxLength={1_000}
              value={alt}
              onChange={(event) => setAlt(event.target.value)}
            />
          )}
        </Field>
        <TextAreaField
          label={t('images.caption')}
          hint={image.isAlone ? t('images.captionHint') : t('images.captionAlone')}
          rows={2}
          maxLength={1_000}
          disabled={!image.isAlone}
          value={caption}
          onChange={(event) => setCaption(event.target.value)}
        />
        <SelectField
          label={t('images.width')}
          hint={t('images.widthHint')}
          value={width}
          onChange={(event) => setWidth(event.target.value)}
        >
          <option value="">{t('images.widthOwn')}</option>
          {!isKnownWidth && (
            <option value={image.width}>{t('images.widthAsIs', { width: image.width })}</option>
          )}
          {PARTS.map((percent) => (
            <option key={percent} value={`${percent}%`}>
              {t('images.widthPart', { percent })}
            </option>
          ))}
        </SelectField>
        <div className="buttons">
          <Button type="submit" tone="primary">
            {t('images.apply')}
          </Button>
          <Button onClick={onClose}>{t('images.giveUp')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
