import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { blockActions, blockNames, type BlockName } from './block-actions.ts';
import type { AskFor } from './editor-request.ts';
import classes from './markdown-editor.module.css';
import { historyNames, markActions, markNames, type MarkName } from './mark-actions.ts';
import { RovingToolbar } from './roving-toolbar.tsx';

const styles = ['paragraph', 'heading1', 'heading2', 'heading3'] as const satisfies readonly BlockName[];
const listNames = ['list', 'numbers', 'tasks', 'quote'] as const satisfies readonly BlockName[];
const insertNames = ['image', 'table', 'codeBlock', 'formulaBlock', 'rule'] as const satisfies readonly BlockName[];

interface EditorToolbarProps {
  editor: Editor;
  label: string;
  ask: AskFor;
  blocks: readonly BlockName[];
  /** The id of the text. */
  controls: string;
}

/** Marks, styles and blocks; pressed where the cursor stands in one. */
export function EditorToolbar({ editor, label, ask, blocks, controls }: EditorToolbarProps) {
  const { t } = useTranslation('fields');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      blocks: Object.fromEntries(blockNames.map((name) => [name, blockActions[name].isActive(now)])),
      marks: Object.fromEntries([...markNames, ...historyNames].map((name) => [name, markActions[name].isActive?.(now)])),
      possible: Object.fromEntries(historyNames.map((name) => [name, markActions[name].isPossible?.(now)])),
    }),
  });

  const mark = (name: MarkName) => {
    const { icon: Mark, run } = markActions[name];
    const isImpossible = state.possible[name] === false;
    return (
      <Tool
        key={name}
        label={t(`editor.mark.${name}`)}
        isPressed={state.marks[name]}
        isImpossible={isImpossible}
        onPress={() => run(editor, ask)}
      >
        <Mark size={19} stroke={1.7} aria-hidden />
      </Tool>
    );
  };
  const block = (name: BlockName) => {
    const { icon: Block, run } = blockActions[name];
    const isSwitch = name !== 'image' && name !== 'rule' && name !== 'table' && name !== 'formulaBlock';
    return (
      <Tool
        key={name}
        label={t(`editor.block.${name}`)}
        isPressed={isSwitch ? state.blocks[name] : undefined}
        onPress={() => run(editor, ask)}
      >
        <Block size={19} stroke={1.7} aria-hidden />
      </Tool>
    );
  };
  const style = styles.find((name) => name !== 'paragraph' && state.blocks[name] === true) ?? 'paragraph';

  return (
    <RovingToolbar label={t('editor.toolbar', { label })} className={classes.toolbar} controls={controls}>
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <UnstyledButton className={classes.style} aria-label={t('editor.style', { style: t(`editor.block.${style}`) })}>
            {t(`editor.block.${style}`)}
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {styles.map((name) => (
            <Menu.Item key={name} onClick={() => blockActions[name].run(editor, ask)}>
              {t(`editor.block.${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.group}>{markNames.map(mark)}</span>
      <span className={classes.group}>{listNames.map(block)}</span>
      <span className={classes.group}>{insertNames.filter((name) => blocks.includes(name)).map(block)}</span>
      <span className={classes.group}>{historyNames.map(mark)}</span>
    </RovingToolbar>
  );
}

interface ToolProps {
  label: string;
  isPressed?: boolean | undefined;
  /** Stays in its place, so that the focus does too. */
  isImpossible?: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function Tool({ label, isPressed, isImpossible = false, onPress, children }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={isImpossible || undefined}
        className={classes.tool}
        // The words that are chosen in the text stay chosen.
        onMouseDown={(event) => event.preventDefault()}
        onClick={isImpossible ? undefined : onPress}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
