import 'i18next';
import type * as catalogues from './en/catalogues.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof catalogues;
  }
}
