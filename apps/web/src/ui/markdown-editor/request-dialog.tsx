import { Modal, Textarea, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorRequest } from './editor-request.ts';
import { drawFormula } from './formula-nodes.ts';
import { ImageRequest } from './image-request.tsx';
import classes from './markdown-editor.module.css';
import { RequestForm } from './request-form.tsx';

interface RequestDialogProps {
  editor: Editor;
  request: EditorRequest | null;
  onClose: () => void;
}

/** Asks for what can't be typed into the text itself; the focus goes back into the text. */
export function RequestDialog({ editor, request, onClose }: RequestDialogProps) {
  const { t } = useTranslation('fields');
  // What was asked stays to be seen while the dialog goes away.
  const [shown, setShown] = useState(request);
  if (request !== null && request !== shown) setShown(request);
  return (
    <Modal
      opened={request !== null}
      onClose={onClose}
      returnFocus={false}
      onExitTransitionEnd={() => editor.commands.focus()}
      closeButtonProps={{ 'aria-label': t('editor.cancel') }}
      title={shown && t(`editor.ask.${shown.kind}`)}
    >
      {shown !== null && <Request editor={editor} request={shown} onClose={onClose} />}
    </Modal>
  );
}

function Request({ editor, request, onClose }: { editor: Editor; request: EditorRequest; onClose: () => void }) {
  switch (request.kind) {
    case 'link':
      return <LinkRequest editor={editor} request={request} onClose={onClose} />;
    case 'image':
      return <ImageRequest editor={editor} request={request} onClose={onClose} />;
    default:
      return <WordsRequest editor={editor} request={request} onClose={onClose} />;
  }
}

type Asked<TKind extends EditorRequest['kind']> = { editor: Editor; request: Extract<EditorRequest, { kind: TKind }>; onClose: () => void };

/** An address as people type it: a site's name alone is one. */
const addressOf = (typed: string): string => {
  const address = typed.trim();
  if (/^(?:[a-z][a-z\d+.-]*:|[/#?])/i.test(address) || address === '') return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
};

function LinkRequest({ editor, request, onClose }: Asked<'link'>) {
  const { t } = useTranslation('fields');
  const [href, setHref] = useState(request.href);
  const [words, setWords] = useState(request.words);
  const submit = (): void => {
    onClose();
    const address = addressOf(href);
    // An address that stays keeps its title, and the reference by which it was written.
    const attrs = request.isPresent && address === request.href ? editor.getAttributes('link') : { href: address };
    // Words that stay keep the marks that they have.
    if (words === request.words && words !== '') editor.commands.setMark('link', { title: null, reference: null, ...attrs });
    else {
      const content = { type: 'text', text: words === '' ? address : words, marks: [{ type: 'link', attrs }] };
      editor.chain().insertContent(content).unsetMark('link').run();
    }
  };
  const remove = (): void => {
    onClose();
    editor.chain().extendMarkRange('link').unsetLink().run();
  };
  return (
    <RequestForm
      submitLabel={t('editor.done')}
      isReady={href.trim() !== ''}
      onSubmit={submit}
      onRemove={request.isPresent ? remove : undefined}
      onClose={onClose}
    >
      <TextInput
        label={t('editor.link.address')}
        data-autofocus
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={href}
        onChange={({ currentTarget }) => setHref(currentTarget.value)}
      />
      <TextInput label={t('editor.link.words')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
    </RequestForm>
  );
}

const wordsOf = (request: Asked<'alternativeText' | 'formula' | 'source'>['request']): string =>
  request.kind === 'formula' ? request.latex : request.kind === 'source' ? request.source : request.alt;

const attributeOf = { formula: 'latex', source: 'source', alternativeText: 'alt' } as const;

/** One attribute of one node, in words: LaTeX, Markdown, or what a picture says. */
function WordsRequest({ editor, request, onClose }: Asked<'alternativeText' | 'formula' | 'source'>) {
  const { t } = useTranslation('fields');
  const [words, setWords] = useState(() => wordsOf(request));
  const { pos } = request;
  const submit = (): void => {
    onClose();
    const attribute = attributeOf[request.kind];
    if (pos !== null) editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, attribute, words));
    else if (request.kind === 'formula')
      editor.commands.insertContent({ type: request.isBlock ? 'formulaBlock' : 'formula', attrs: { latex: words } });
  };
  const remove = (): void => {
    onClose();
    if (pos !== null) editor.chain().setNodeSelection(pos).deleteSelection().run();
  };
  return (
    <RequestForm
      submitLabel={t('editor.done')}
      isReady={request.kind === 'alternativeText' || words.trim() !== ''}
      onSubmit={submit}
      onRemove={pos === null ? undefined : remove}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={t(`editor.label.${request.kind}`)}
        description={t(`editor.about.${request.kind}`)}
        spellCheck={request.kind === 'alternativeText'}
        {...(request.kind === 'alternativeText' ? {} : { classNames: { input: classes.code ?? '' } })}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {request.kind === 'formula' && <FormulaPreview latex={words} isBlock={request.isBlock} />}
    </RequestForm>
  );
}

function FormulaPreview({ latex, isBlock }: { latex: string; isBlock: boolean }) {
  const { t } = useTranslation('fields');
  return (
    <div
      key={latex}
      role="img"
      aria-label={t('editor.formulaPreview', { latex })}
      className={classes.formulaPreview}
      ref={(element) => {
        if (element !== null) drawFormula(element, latex, isBlock);
      }}
    />
  );
}
