import rehypeHighlight from 'rehype-highlight';
import type { PluggableList } from 'unified';

export const codePlugin: PluggableList = [[rehypeHighlight, { detect: false }]];
