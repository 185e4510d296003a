import { Extension } from '@tiptap/core';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { blockActions, type BlockName } from './block-actions.ts';
import classes from './markdown-editor.module.css';

export interface SlashMenuState {
  readonly props: SuggestionProps<BlockName, BlockName>;
  readonly items: readonly BlockName[];
  readonly chosen: number;
}

interface SlashMenuOptions {
  search: (words: string) => readonly BlockName[];
  run: (name: BlockName) => void;
  show: (state: SlashMenuState | null) => void;
}

/** A slash at the beginning of a word asks for a block. */
export const slashMenu = ({ search, run, show }: SlashMenuOptions): Extension =>
  Extension.create({
    name: 'slashMenu',
    addProseMirrorPlugins() {
      return [
        Suggestion<BlockName, BlockName>({
          editor: this.editor,
          char: '/',
          allow: ({ state, range }) => {
            const $from = state.doc.resolve(range.from);
            return $from.parent.type.name === 'paragraph' && !this.editor.isActive('table') && !this.editor.isActive('code');
          },
          command: ({ editor, range, props: name }) => {
            editor.chain().focus().deleteRange(range).run();
            run(name);
          },
          render: () => {
            let state: SlashMenuState | null = null;
            const tell = (next: SlashMenuState | null): void => {
              state = next;
              show(next);
            };
            // Found at once, not when the library's promise is kept: Enter may be the next key.
            const find = (props: SlashMenuState['props']): void => {
              const isSame = state?.props.query === props.query;
              tell({ props, items: search(props.query), chosen: isSame && state !== null ? state.chosen : 0 });
            };
            return {
              onStart: find,
              onUpdate: find,
              onExit: () => tell(null),
              onKeyDown: ({ event }) => {
                const name = state?.items[state.chosen];
                if (state === null || name === undefined) return false;
                const count = state.items.length;
                switch (event.key) {
                  case 'ArrowDown':
                    tell({ ...state, chosen: (state.chosen + 1) % count });
                    return true;
                  case 'ArrowUp':
                    tell({ ...state, chosen: (state.chosen + count - 1) % count });
                    return true;
                  case 'Enter':
                  case 'Tab':
                    state.props.command(name);
                    return true;
                  default:
                    return false;
                }
              },
            };
          },
        }),
      ];
    },
  });

export const slashOptionId = (id: string, name: BlockName | undefined): string => `${id}-block-${name ?? ''}`;

/** The blocks that fit what is typed after the slash. The focus stays in the text, which names the chosen one. */
export function SlashMenu({ id, state: { props, items, chosen } }: { id: string; state: SlashMenuState }) {
  const { t } = useTranslation('fields');
  const list = useRef<HTMLDivElement>(null);
  const { mount, command } = props;
  useLayoutEffect(() => (list.current === null ? undefined : mount(list.current)), [mount]);
  useLayoutEffect(() => {
    // Nothing is answered: in newer browsers it is a promise, which cleans nothing up.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return createPortal(
    <>
      <div ref={list} id={`${id}-blocks`} role="listbox" aria-label={t('editor.blocks')} tabIndex={0} className={classes.slash}>
        {items.map((name, index) => {
          const { icon: Block } = blockActions[name];
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- The keys are those of the text, where the focus is.
            <div
              key={name}
              id={slashOptionId(id, name)}
              role="option"
              aria-selected={index === chosen}
              className={classes.slashOption}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => command(name)}
            >
              <Block size={18} stroke={1.7} aria-hidden />
              {t(`editor.block.${name}`)}
            </div>
          );
        })}
        {items.length === 0 && <div className={classes.slashOption}>{t('editor.noBlock')}</div>}
      </div>
      <div role="status" className={classes.hidden}>
        {items.length === 0 ? t('editor.noBlock') : t('editor.blocksFound', { count: items.length })}
      </div>
    </>,
    document.body,
  );
}
