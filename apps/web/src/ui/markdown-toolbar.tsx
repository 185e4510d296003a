import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconCode,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMathFunction,
  IconQuote,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './markdown-field.module.css';
import type { Markup } from './markup.ts';

const buttons = ['heading', 'bold', 'italic', 'list', 'numbers', 'quote', 'link', 'code', 'table', 'formula'] as const;
type ButtonName = (typeof buttons)[number];

const icons: Readonly<Record<ButtonName, Icon>> = {
  heading: IconHeading,
  bold: IconBold,
  italic: IconItalic,
  list: IconList,
  numbers: IconListNumbers,
  quote: IconQuote,
  link: IconLink,
  code: IconCode,
  table: IconTable,
  formula: IconMathFunction,
};

const markupOf = (name: ButtonName, example: string): Markup => {
  switch (name) {
    case 'heading':
      return { kind: 'lines', prefix: '## ', example };
    case 'bold':
      return { kind: 'around', before: '**', after: '**', example };
    case 'italic':
      return { kind: 'around', before: '_', after: '_', example };
    case 'list':
      return { kind: 'lines', prefix: '- ', example };
    case 'numbers':
      return { kind: 'lines', prefix: '1. ', example };
    case 'quote':
      return { kind: 'lines', prefix: '> ', example };
    case 'link':
      return { kind: 'around', before: '[', after: '](https://)', example };
    case 'code':
      return { kind: 'block', before: '```\n', after: '\n```', example };
    case 'table':
      return { kind: 'block', before: `| `, after: ` |  |\n| --- | --- |\n|  |  |`, example };
    case 'formula':
      return { kind: 'block', before: '$$\n', after: '\n$$', example };
  }
};

interface MarkdownToolbarProps {
  label: string;
  isHidden: boolean;
  onMark: (markup: Markup) => void;
}

export function MarkdownToolbar({ label, isHidden, onMark }: MarkdownToolbarProps) {
  const { t } = useTranslation('fields');
  return (
    <div className={classes.toolbar} role="group" aria-label={label} data-hidden={isHidden || undefined}>
      {buttons.map((name) => {
        const IconComponent = icons[name];
        return (
          <Tooltip key={name} label={t(`markdown.${name}`)} openDelay={400}>
            <ActionIcon aria-label={t(`markdown.${name}`)} onClick={() => onMark(markupOf(name, t(`markdown.example.${name}`)))}>
              <IconComponent size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
}
