import 'katex/dist/katex.min.css';
import rehypeKatex from 'rehype-katex';
import type { PluggableList } from 'unified';

export const mathsPlugin: PluggableList = [[rehypeKatex, { output: 'htmlAndMathml' }]];
