import '@fontsource-variable/figtree/wght.css';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { connection } from './lib/connection.ts';
import { startTranslations } from './lib/translations.ts';
import { session } from './lib/session.ts';
import { fontsOrPatience } from './ui/font-loading.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');

// The first page is drawn once it is known in which language and for whom: no flash of a signed-out page.
await Promise.all([startTranslations(undefined, ['shell', 'errors']), session.start(), fontsOrPatience()]);
connection.watch();
createRoot(container).render(<App />);
