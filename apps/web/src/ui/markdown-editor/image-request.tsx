import { TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../chosen-file-card.tsx';
import { UploadField } from '../upload-field.tsx';
import type { EditorRequest } from './editor-request.ts';
import { RequestForm } from './request-form.tsx';

interface ImageRequestProps {
  editor: Editor;
  request: Extract<EditorRequest, { kind: 'image' }>;
  onClose: () => void;
}

/** Pictures that were chosen, pasted or dropped, one after the other: each is sent while its alternative text is asked for. */
export function ImageRequest({ editor, request: { files }, onClose }: ImageRequestProps) {
  const [number, setNumber] = useState(0);
  const insert = ({ url }: ChosenFile, alt: string): void => {
    editor.commands.insertContent({ type: 'image', attrs: { src: url, alt } });
    if (number + 1 < files.length) setNumber(number + 1);
    else onClose();
  };
  return <OneImage key={number} file={files[number]} onInsert={insert} onClose={onClose} />;
}

interface OneImageProps {
  file: File | undefined;
  onInsert: (image: ChosenFile, alt: string) => void;
  onClose: () => void;
}

function OneImage({ file, onInsert, onClose }: OneImageProps) {
  const { t } = useTranslation('fields');
  const [image, setImage] = useState<ChosenFile | null>(null);
  const [alt, setAlt] = useState('');
  return (
    <RequestForm
      submitLabel={t('editor.image.insert')}
      isReady={image !== null}
      onSubmit={() => image !== null && onInsert(image, alt.trim())}
      onClose={onClose}
    >
      <UploadField label={t('editor.image.file')} use="IMAGE" initialFile={null} firstFile={file} onChange={setImage} />
      <TextInput
        {...(file === undefined ? {} : { 'data-autofocus': true })}
        label={t('editor.label.alternativeText')}
        description={t('editor.about.alternativeText')}
        value={alt}
        onChange={({ currentTarget }) => setAlt(currentTarget.value)}
      />
    </RequestForm>
  );
}
