import { type CommandProps, findParentNodeClosestToPos, InputRule } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list';
import type { Node as ProseNode } from '@tiptap/pm/model';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    taskItem: {
      /** Makes the chosen list items tasks, or plain ones again; begins a list of tasks where there is none. */
      toggleTasks: () => ReturnType;
      /** Ticks a task, or takes the tick away. */
      toggleTick: () => ReturnType;
    };
  }
}

interface TaskOptions {
  /** For who does not see the box. */
  tickLabel: (isDone: boolean) => string;
  bulletListTypeName: string;
  orderedListTypeName: string;
  HTMLAttributes: Record<string, unknown>;
}

const isTask = (node: ProseNode): boolean => typeof node.attrs['checked'] === 'boolean';

/** The nearest items that hold the selection's lines. */
function chosenItems({ state }: Pick<CommandProps, 'state'>): Map<number, ProseNode> {
  const { doc, selection } = state;
  const items = new Map<number, ProseNode>();
  doc.nodesBetween(selection.from, selection.to, (node, pos) => {
    if (!node.isTextblock) return true;
    const item = findParentNodeClosestToPos(doc.resolve(pos + 1), ({ type }) => type.name === 'listItem');
    if (item) items.set(item.pos, item.node);
    return false;
  });
  return items;
}

/** An item of a list, which may be a task: Markdown knows both in one list. */
export const TaskItem = ListItem.extend<TaskOptions>({
  content: 'block+',
  addOptions() {
    return {
      tickLabel: () => '',
      bulletListTypeName: 'bulletList',
      orderedListTypeName: 'orderedList',
      HTMLAttributes: {},
      ...this.parent?.(),
    };
  },
  addAttributes() {
    return {
      checked: {
        default: null,
        parseHTML: (element) => {
          const box = element.querySelector(
            ':scope > input[type=checkbox], :scope > p:first-child > input[type=checkbox], :scope > label > input[type=checkbox]',
          );
          const told = element.getAttribute('data-checked') ?? (box === null ? null : String(box.hasAttribute('checked')));
          return told === null ? null : told === 'true';
        },
        renderHTML: ({ checked }) => (checked === null ? {} : { 'data-checked': String(checked) }),
      },
      spread: { default: false, rendered: false },
    };
  },
  addCommands() {
    const setChecked = (props: CommandProps, items: Map<number, ProseNode>, checkedOf: (item: ProseNode) => boolean | null): boolean => {
      for (const [pos, item] of items) props.tr.setNodeAttribute(pos, 'checked', checkedOf(item));
      return items.size > 0;
    };
    return {
      toggleTasks: () => (props) => {
        if (chosenItems(props).size === 0 && !props.commands.toggleBulletList()) return false;
        const items = chosenItems({ state: props.state });
        const areTasks = [...items.values()].every(isTask);
        return setChecked(props, items, (item) => (areTasks ? null : item.attrs['checked'] === true));
      },
      toggleTick: () => (props) => {
        const tasks = new Map([...chosenItems(props)].filter(([, item]) => isTask(item)));
        return setChecked(props, tasks, (item) => item.attrs['checked'] !== true);
      },
    };
  },
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Enter: () => {
        const [item] = chosenItems({ state: this.editor.state }).values();
        return this.editor.commands.splitListItem(this.name, item !== undefined && isTask(item) ? { checked: false } : {});
      },
      'Mod-Enter': () => this.editor.commands.toggleTick(),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[([ xX]?)\]\s$/,
        handler: ({ range, match, chain, state }) => {
          if (state.selection.$from.parent.type.name !== 'paragraph') return null;
          const isDone = (match[1] ?? '').toLowerCase() === 'x';
          const isListed = chosenItems({ state }).size > 0;
          chain()
            .deleteRange(range)
            .command(({ commands }) => isListed || commands.toggleBulletList())
            .updateAttributes('listItem', { checked: isDone })
            .run();
          return undefined;
        },
      }),
    ];
  },
  addNodeView() {
    return ({ node, getPos, editor }) => {
      const dom = document.createElement('li');
      if (!isTask(node)) return { dom, contentDOM: dom, update: (updated) => updated.type === node.type && !isTask(updated) };
      const box = Object.assign(document.createElement('input'), { type: 'checkbox', tabIndex: -1 });
      const content = document.createElement('div');
      box.contentEditable = 'false';
      dom.append(box, content);
      const show = ({ attrs }: ProseNode): void => {
        box.checked = attrs['checked'] === true;
        box.setAttribute('aria-label', this.options.tickLabel(box.checked));
        dom.dataset['checked'] = String(box.checked);
      };
      show(node);
      box.addEventListener('change', () => {
        const pos = getPos();
        if (pos !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, 'checked', box.checked));
      });
      return {
        dom,
        contentDOM: content,
        update: (updated) => {
          if (updated.type !== node.type || !isTask(updated)) return false;
          show(updated);
          return true;
        },
        ignoreMutation: (mutation) => !content.contains(mutation.target) && mutation.type !== 'selection',
        stopEvent: ({ target }) => target === box,
      };
    };
  },
});
