import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// Compiled code is kept beside the packages, so that only the first start compiles two thousand files.
enableCompileCache(join(process.cwd(), 'node_modules', '.cache', 'compiled'));
const { serve } = await import('./serve.js');
await serve();
flushCompileCache();
